import type { Identity, TlsVersion } from "./scene.ts";

/** How a server behaves on the wire. */
export type Conduct = TlsConduct | BreakingConduct | PlainConduct | NowhereConduct;

/** It speaks TLS, within these limits. */
export interface TlsConduct {
  readonly kind: "tls";
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  /** OpenSSL's cipher list. */
  readonly ciphers?: string;
  /** OpenSSL's group list. */
  readonly groups?: string;
  /** The only application protocols that it takes (RFC 7301). */
  readonly alpn?: readonly string[];
  /** The default site: who answers a client that sends no server name (RFC 6066 section 3). */
  readonly otherwise?: Identity;
}

/** It breaks off at every hello: with the alert of this number (RFC 8446 section 6), or without a word. */
export interface BreakingConduct {
  readonly kind: "breaks-off";
  readonly by: number | "close" | "reset" | "hang";
}

/** It speaks another protocol first; with STARTTLS, TLS comes after. */
export interface PlainConduct {
  readonly kind: "plain";
  readonly protocol: "http" | StarttlsProtocol;
}

export const starttlsProtocols = ["smtp", "imap", "pop3", "ftp", "ldap", "postgres", "mysql", "xmpp"] as const;
export type StarttlsProtocol = (typeof starttlsProtocols)[number];

/** Nobody is there: what to ask for so that the network says so. */
export interface NowhereConduct {
  readonly kind: "nowhere";
  readonly why: "name-unknown" | "name-server-silent" | "refused" | "no-answer" | "no-route";
}
