import { createServer } from "node:http";
import { openResponder } from "../../src/ca/ocsp/open-responder.ts";
import { StoreChanges } from "../../src/ca/ocsp/store-changes.ts";
import { PresignedResponder } from "../../src/revocation/respond/presigned-responder.ts";
import { HttpServer } from "../../src/server/http-server.ts";
import { OcspEndpoint } from "../../src/server/ocsp-endpoint.ts";
import { publicSite } from "../../src/server/public-site.ts";
import { openStore } from "../../src/store/open.ts";

// A server for bench/ocsp.ts in a process of its own: prints its port when it is ready.
// Arguments: `constant SIZE`, a bare server that answers so many octets, or `ocsp STORE`.

const [mode, argument = ""] = process.argv.slice(2);
console.log(mode === "constant" ? await constant(Number(argument)) : await ocsp(argument));

function constant(size: number): Promise<number> {
  const body = Buffer.alloc(size, 1);
  const headers = { "content-type": "application/ocsp-response", "content-length": size };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

async function ocsp(location: string): Promise<number> {
  const now = () => new Date();
  const store = await openStore(location, { now });
  const terms = { signBy: "delegate", validityMs: 43_200_000, nonIssued: "unknown" } as const;
  const { live } = await openResponder({ store, now }, terms);
  const changes = new StoreChanges(store, console.error);
  await changes.start();
  const endpoint = new OcspEndpoint(new PresignedResponder(live, changes, now), now, console.error);
  const site = publicSite({ ocsp: endpoint, publications: undefined, onFailure: console.error });
  return (await HttpServer.start(site, { host: "127.0.0.1", port: 0 })).port;
}
