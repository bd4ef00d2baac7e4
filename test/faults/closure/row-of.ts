import type { Client } from "../../../src/faults/client.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import type { Print } from "../../../src/faults/prints/prints.ts";

/** The catalogue's column is Node 20. Since 24, with OpenSSL 3.5, Node asks for 112 bits (security level 2). */
const sinceNode24: Readonly<Record<string, Print>> = {
  "rsa1024-leaf": ["openssl-66"],
  "rsa1024-ca": ["openssl-67"],
};

const isNode24 = Number(process.versions.node.split(".")[0]) >= 24;

/** What the client is to do about the fault, in the version that runs here. */
export function rowOf(fault: Fault, client: Client): Print | undefined {
  return (client === "node" && isNode24 && sinceNode24[fault.id]) || fault.prints[client];
}
