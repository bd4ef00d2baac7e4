import { isIP } from "node:net";
import type { RevocationSource } from "../../faults/build/revocation-sources.ts";
import type { TlsVersion } from "../../faults/build/scene.ts";

/** Where a client is to connect, whom it is to meet there, and what it is told. Files are PEM. */
export interface CommandTarget {
  readonly address: string;
  readonly port: number;
  /** The name that goes into the hello, and that the certificate is held against. */
  readonly name: string;
  /** Another name of the same place, for clients that cannot be told the address: few resolvers know the names below localhost. */
  readonly resolvableName?: string;
  readonly trustFile: string;
  /** From what it learns of revocation, where that is what it is about. */
  readonly source?: RevocationSource;
  /** The trusted certificates and the CRLs. */
  readonly crlFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  /** False: without a server name in the hello. */
  readonly sni?: boolean;
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  readonly alpn?: readonly string[];
}

/** How a client is called: lines for a shell. */
export type CommandOf = (target: CommandTarget) => string;

/** Words of a shell command; what is undefined or false is left out. */
export function words(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join(" ");
}

export function isAddress(name: string): boolean {
  return isIP(name) !== 0;
}

/** A URL's authority: an IPv6 address stands in brackets. */
export function authority(host: string, port: number): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** A program in a file, and the command that runs it. */
export function script(file: string, lines: readonly (string | false | undefined)[], command: string): string {
  return [`cat >${file} <<'END'`, ...lines.filter((line) => line), "END", command].join("\n");
}
