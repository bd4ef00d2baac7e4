import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openResponder } from "../../../src/ca/ocsp/open-responder.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { HttpServer } from "../../../src/server/http-server.ts";
import { OcspEndpoint } from "../../../src/server/ocsp-endpoint.ts";
import { publicSite } from "../../../src/server/public-site.ts";
import { openStore } from "../../../src/store/open.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { readCertificates } from "../../../src/x509/certificate-file.ts";
import { runCli } from "../../cli/run-cli.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { run } from "../../clients/client.ts";

const DAY_MS = 86_400_000;
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** A hierarchy in a folder of its own, with a good leaf and a revoked one. */
async function hierarchy(): Promise<string> {
  const cwd = tempFolder();
  for (const command of [
    "init Interop",
    "issue localhost --out good",
    "issue localhost --out revoked",
    "revoke revoked/cert.pem",
  ]) {
    const { status, stderr } = await runCli(command.split(" "), { cwd });
    if (status !== 0) throw new Error(stderr);
  }
  return cwd;
}

/** A responder of its store that lives at this time; its responses last a day. Answers its address. */
async function respondAt(time: Date, cwd: string): Promise<string> {
  const now = () => time;
  const store = await openStore(join(cwd, "ca-store"), { now });
  const terms = { signBy: "ca", nonIssued: "unknown", validityMs: DAY_MS } as const;
  const { live } = await openResponder({ store, now }, terms);
  const ocsp = new OcspEndpoint(live, now, ({ why }) => console.error(why));
  const site = publicSite({ ocsp, publications: undefined, onFailure: console.error });
  const server = await HttpServer.start(site, { host: "127.0.0.1", port: 0 });
  closing.push(
    () => store.close(),
    () => server.stop(),
  );
  return `${server.url}/ocsp`;
}

let [usual, withoutIssuing] = ["", ""];
let responders: { readonly fresh: string; readonly expired: string; readonly withoutIssuing: string };

beforeAll(async () => {
  [usual, withoutIssuing] = [await hierarchy(), await hierarchy()];
  await runCli(["revoke", "good/chain.pem", "--reason", "cACompromise"], { cwd: withoutIssuing });
  const today = new Date();
  responders = {
    fresh: await respondAt(today, usual),
    expired: await respondAt(new Date(today.getTime() - 30 * DAY_MS), usual),
    withoutIssuing: await respondAt(today, withoutIssuing),
  };
});

/** What is asked about, in files: a certificate, its issuer's and the root. */
interface Question {
  readonly url: string;
  readonly certificate: string;
  readonly issuer: string;
  readonly root: string;
}

function leaf(cwd: string, name: string): Omit<Question, "url"> {
  const file = (kind: string) => join(cwd, name, `${kind}.pem`);
  return { certificate: file("cert"), issuer: file("chain"), root: file("root") };
}

function issuing(cwd: string): Omit<Question, "url"> {
  const root = join(cwd, "good/root.pem");
  return { certificate: join(cwd, "good/chain.pem"), issuer: root, root };
}

/** What a client says: "good", or what is the matter. */
const clients: Readonly<Record<string, (question: Question) => Promise<string>>> = {
  "openssl ocsp": async ({ url, certificate, issuer, root }) => {
    const files = ["-issuer", issuer, "-cert", certificate, "-CAfile", root];
    const { text } = await run("openssl", ["ocsp", "-url", url, ...files]);
    if (!text.includes("Response verify OK")) return text;
    return /status expired|: revoked|: good/.exec(text)?.[0].replace(/^(: |status )/, "") ?? text;
  },
  ocsptool: async ({ url, certificate, issuer }) => {
    const files = ["--load-cert", certificate, "--load-issuer", issuer, "--load-trust", issuer];
    const { text } = await run("ocsptool", [`--ask=${url}`, ...files]);
    if (!text.includes("Verifying OCSP Response: Success")) return text;
    return /Certificate Status: (\w+)/.exec(text)?.[1] ?? text;
  },
};

/** What `curl --cert-status` says of a server that staples what a responder says of its certificate. */
async function stapled(url: string, cwd: string, name: string): Promise<string> {
  const [certificate, issuer] = readCertificates(readFileSync(join(cwd, name, "fullchain.pem")));
  const certId = encodeCertId("sha1", issuer as Certificate, (certificate as Certificate).serialNumber);
  const response = await fetch(url, { method: "POST", body: Buffer.from(encodeOcspRequest([certId])) });
  const staple = Buffer.from(await response.arrayBuffer());
  const [cert, key] = ["fullchain.pem", "key.pem"].map((file) => readFileSync(join(cwd, name, file)));
  const server = createServer({ cert, key }, (_, answer) => answer.end("hello")).listen(0, "127.0.0.1");
  server.on("OCSPRequest", (_certificate, _issuer, answer) => answer(null, staple));
  server.on("tlsClientError", () => undefined);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const trust = ["--cacert", join(cwd, name, "root.pem"), "--connect-to", `::127.0.0.1:${port}`];
  const { text } = await run("curl", [
    "-sS",
    "--noproxy",
    "*",
    "--cert-status",
    ...trust,
    `https://localhost:${port}/`,
  ]);
  server.close();
  return text;
}

describe("OCSP responses of ours", () => {
  it("mean for curl --cert-status the same when they are stapled", async () => {
    expect(await stapled(responders.fresh, usual, "good")).toBe("hello");
    expect(await stapled(responders.fresh, usual, "revoked")).toMatch(/revocation reason/);
    expect(await stapled(responders.expired, usual, "good")).toMatch(/expired/);
  });

  it.each(Object.entries(clients))("mean for %s what they mean for us, of leaf and intermediate", async (name, ask) => {
    const said = {
      good: await ask({ url: responders.fresh, ...leaf(usual, "good") }),
      revoked: await ask({ url: responders.fresh, ...leaf(usual, "revoked") }),
      expired: await ask({ url: responders.expired, ...leaf(usual, "good") }),
      goodIssuing: await ask({ url: responders.fresh, ...issuing(usual) }),
      revokedIssuing: await ask({ url: responders.withoutIssuing, ...issuing(withoutIssuing) }),
      expiredIssuing: await ask({ url: responders.expired, ...issuing(usual) }),
    };
    const expired = name === "ocsptool" ? "good" : "expired"; // it does not look at nextUpdate, as GnuTLS does in a handshake
    expect(said).toEqual({
      ...{ good: "good", revoked: "revoked", expired },
      ...{ goodIssuing: "good", revokedIssuing: "revoked", expiredIssuing: expired },
    });
  });

  it("mean for Java's PKIX the same of a whole chain", async () => {
    const program = new URL("./Ocsp.java", import.meta.url).pathname;
    const validate = async (url: string, cwd: string, name: string) => {
      const files = [join(cwd, name, "fullchain.pem"), join(cwd, name, "root.pem")];
      const { accepted, text } = await run("java", [program, ...files, url]);
      return accepted ? "good" : (/revoked|Response is unreliable/i.exec(text)?.[0] ?? text);
    };
    expect({
      good: await validate(responders.fresh, usual, "good"),
      revoked: await validate(responders.fresh, usual, "revoked"),
      expired: await validate(responders.expired, usual, "good"),
      revokedIssuing: await validate(responders.withoutIssuing, withoutIssuing, "good"),
    }).toEqual({ good: "good", revoked: "revoked", expired: "Response is unreliable", revokedIssuing: "revoked" });
  });
});
