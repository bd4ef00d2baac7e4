import type { Client } from "../../faults/client.ts";
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
