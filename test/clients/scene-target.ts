import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "../../src/faults/build/scene.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { chainPem } from "../../src/lab/serve/chain-pem.ts";
import type { LiveServer } from "../../src/lab/serve/live-server.ts";
import { encodePem } from "../../src/x509/pem.ts";
import type { Target } from "./client.ts";

/** Long enough for what answers, and short for what never will. */
const IMPATIENCE_MS = 3000;

/** What a client has to be told to meet a scene that is live. Its files are written into the folder. */
export function targetOf(fault: Fault, scene: Scene, server: LiveServer, folder: string): Target {
  const { trust, client, crls } = scene;
  const write = (name: string, text: string) => {
    const file = join(folder, `${server.port}-${name}`); // no name of a fault: clients print it
    writeFileSync(file, text);
    return file;
  };
  const { identity, ...manner } = client;
  return {
    ...whereabouts(scene, server),
    caFile: write("root.pem", chainPem(trust) + crls.map(crlPem).join("")),
    ...(identity && {
      certFile: write("client.pem", chainPem(identity.chain)),
      keyFile: write("client.key", identity.key.toPem()),
    }),
    ...manner,
    ...(fault.revocation === "crl" && { crlFile: write("crls.pem", crls.map(crlPem).join("")) }),
    ...(fault.revocation === "ocsp" && { staple: true }),
    ...(isSilent(scene) && { timeoutMs: IMPATIENCE_MS }),
  };
}

function whereabouts(
  { name, conduct }: Scene,
  { address, port, under }: LiveServer,
): Pick<Target, "host" | "address" | "port" | "under"> {
  // where nobody is, the place is what is wrong, not the name
  const host = conduct.kind === "nowhere" && !address.startsWith("127.") ? address : name;
  return { host, address, port, ...(under && { under }) };
}

function isSilent({ conduct }: Scene): boolean {
  return conduct.kind === "nowhere" || (conduct.kind === "breaks-off" && conduct.by === "hang");
}

const crlPem = (der: Uint8Array): string => encodePem("X509 CRL", der);
