import type { Identity, TlsVersion } from "./scene.ts";

/** How a server behaves on the wire. */
export type Conduct = TlsConduct | SilentConduct | PlainConduct | NowhereConduct;

/** It speaks TLS, within these limits. */
export interface TlsConduct {
  readonly kind: "tls";
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  /** OpenSSL's cipher list. */
  readonly ciphers?: string;
  /** OpenSSL's group list. */
  readonly groups?: string;
  /** The application protocols that it insists on (RFC 7301). */
  readonly alpn?: readonly string[];
  /** What answers when no server name, or another one, is sent: an identity of its own, or an alert. */
  readonly otherwise?: Identity | { readonly alert: number };
  /** Answers every hello with this alert (RFC 8446 section 6). */
  readonly alert?: number;
}

/** It does not answer the hello. */
export interface SilentConduct {
  readonly kind: "closes" | "resets" | "hangs";
}

/** It speaks another protocol first; with STARTTLS, TLS comes after. */
export interface PlainConduct {
  readonly kind: "plain";
  readonly protocol: PlainProtocol;
}

export type PlainProtocol = "http" | "smtp" | "imap" | "pop3" | "ftp" | "ldap" | "postgres" | "mysql";

/** Nobody is there: what to ask for so that the network says so. */
export interface NowhereConduct {
  readonly kind: "nowhere";
  readonly why: "name-unknown" | "name-server-silent" | "refused" | "no-answer" | "no-route";
}
