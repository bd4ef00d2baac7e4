import { PkiError } from "../../errors/pki-error.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { hostArgument } from "../host-argument.ts";
import { certificatesOfFile } from "./certificate-source.ts";
import { readAll } from "./read-all.ts";

/** What is to be verified: the certificates of files, or those that a server sends. */
export interface Target {
  readonly certificates: readonly Uint8Array[];
  /** The names asked for. */
  readonly names: readonly string[];
  /** OCSP responses that came along. */
  readonly staples: readonly Uint8Array[];
  /** Undefined for files. */
  readonly server: ServerReport | undefined;
}

/** What `verify HOST:PORT --json` says of the connection. */
export interface ServerReport {
  readonly address: string;
  /** The host name that was asked for (SNI). */
  readonly serverName?: string;
  readonly protocol: string;
  readonly cipher: string;
  readonly stapled: boolean;
}

/** @throws PkiError ERR_USAGE, ERR_FILE_READ, ERR_PEM…, ERR_HOST… */
export async function readTarget(context: Context, { certificates, name }: Input<"verify">): Promise<Target> {
  const [first, ...more] = certificates;
  if (first === undefined)
    throw new PkiError("ERR_USAGE", {
      problem: "there is no certificate to verify",
      advice: "give the file of the leaf, HOST:PORT of a server, or --batch for JSON lines on standard input",
    });
  const address = hostArgument(context, first);
  if (address !== undefined && more.length > 0)
    throw new PkiError("ERR_USAGE", {
      problem: `${first} is a server, and ${more.length} more certificates are given`,
      advice: "give what the server does not send with --untrusted or --trust",
    });
  if (address !== undefined) {
    const { readServer } = await import("./server-target.ts");
    return readServer(address, name);
  }
  const read = await readAll(certificates, (file) => certificatesOfFile(context, file));
  return { certificates: read, names: name, staples: [], server: undefined };
}
