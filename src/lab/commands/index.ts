import type { Client } from "../../faults/client.ts";
import type { Fault } from "../../faults/fault.ts";
import { curlCommand } from "./curl.ts";
import { gnutlsCommand } from "./gnutls.ts";
import { goCommand } from "./go.ts";
import { javaCommand } from "./java.ts";
import { nodeCommand } from "./node.ts";
import { opensslCommand } from "./openssl.ts";
import { pythonCommand } from "./python.ts";
import type { CommandOf } from "./target.ts";
import { wgetCommand } from "./wget.ts";

/** How to meet a fault with a client, by the client's column of the catalogue. */
export const clientCommands: Readonly<Partial<Record<Client, CommandOf>>> = {
  openssl: opensslCommand,
  curl: curlCommand,
  python: pythonCommand,
  node: nodeCommand,
  go: goCommand,
  java: javaCommand,
  gnutls: gnutlsCommand,
  wget: wgetCommand,
};

/** False where a client cannot be told what it would have to know: gnutls-cli takes CRLs of trusted CAs alone. */
export function canMeet(client: Client, { revocation }: Fault): boolean {
  return client !== "gnutls" || revocation !== "crl";
}
