import type { PrivateKey } from "../../keys/private-key.ts";
import type { ClientHello } from "./client-hello.ts";

/** What one connection shall see. Only what is said here deviates from a good TLS 1.2 server. */
export interface WireScript {
  /** The certificates as they are sent, the leaf first: any octets. */
  readonly chain: readonly Uint8Array[];
  /** Signs the key exchange, whether it fits the leaf or not. Its kind chooses the cipher suites. */
  readonly key: PrivateKey;
  /** Sends a signature of the key exchange that does not verify. */
  readonly corruptSignature?: boolean;
  /** The OCSP response for clients that ask for one (RFC 6066 section 8): any octets. */
  readonly staple?: Uint8Array;
  readonly clientCertificate?: ClientCertificateDemand;
  readonly interrupt?: Interruption;
  /** What is answered to the HTTP request: plain text. */
  readonly body?: string;
}

export interface ClientCertificateDemand {
  /** A client without a certificate gets alert 40 (RFC 5246 section 7.4.6). */
  readonly required: boolean;
  /** The names of the CAs that are asked for, in DER; none means any. */
  readonly authorities: readonly Uint8Array[];
  /** Looks at what the client sent, the leaf first, never empty: the number of the alert that refuses it, or undefined. */
  judge(chain: readonly Uint8Array[]): number | undefined;
}

/** How far a connection has come when it is interrupted. */
export type Moment =
  | "client-hello" // it was read; nothing has been sent
  | "server-hello-done" // all of the server's first flight was sent
  | "client-finished" // it was right; the server's own has not been sent
  | "request"; // the HTTP request was read; nothing has been answered

/** The alert of this number; "close" ends without one, "reset" sends a TCP RST, and "hang" says nothing more. */
export type Interrupter = number | "close" | "reset" | "hang";

export interface Interruption {
  readonly at: Moment;
  readonly by: Interrupter;
}

/** One script for all, or one for each ClientHello: by name, or by what it does not ask for. */
export type WirePlan = WireScript | ((hello: ClientHello) => WireScript);
