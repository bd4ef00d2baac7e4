import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LiveFault, RunningLab } from "../../lab/running-lab.ts";
import { chainPem } from "../../lab/serve/chain-pem.ts";
import { encodePem } from "../../x509/pem.ts";

/** Where on this machine lies what the client of a fault needs. */
export interface ClientFiles {
  /** Its roots. */
  readonly trust: string;
  /** What it shows, where it shows anything. */
  readonly client?: { readonly certificate: string; readonly key: string };
  /** Its roots and the CRLs, where the fault is about those. */
  readonly crls?: string;
}

/** Writes the lab's own root into the folder. */
export async function writeRoot({ rootPem }: RunningLab, folder: string): Promise<string> {
  const path = join(folder, "root.pem");
  await writeFile(path, rootPem);
  return path;
}

/** Writes what the client of a fault needs into a folder of its own below this one. */
export async function writeClientFiles({ fault, scene }: LiveFault, folder: string): Promise<ClientFiles> {
  const own = join(folder, fault.id);
  await mkdir(own, { recursive: true });
  const write = async (name: string, text: string) => {
    const path = join(own, name);
    await writeFile(path, text, { mode: name.endsWith(".key") ? 0o600 : 0o644 });
    return path;
  };
  const { identity } = scene.client;
  return {
    trust: await write("trust.pem", chainPem(scene.trust)),
    ...(identity && {
      client: {
        certificate: await write("client.pem", chainPem(identity.chain)),
        key: await write("client.key", identity.key.toPem()),
      },
    }),
    ...(fault.revocation === "crl" && {
      crls: await write("crls.pem", chainPem(scene.trust) + scene.crls.map(crlPem).join("")),
    }),
  };
}

function crlPem(der: Uint8Array): string {
  return encodePem("X509 CRL", der);
}
