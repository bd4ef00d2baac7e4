/** The faults of a certificate whose names do not cover the one asked for. */
export type NameMismatchCode =
  | "wrong-host"
  | "wrong-host-wildcard"
  | "no-san-cn-only"
  | "ip-no-ip-san"
  | "ip-in-dns-san"
  | "partial-wildcard"
  | "bare-wildcard";

/** Why the nearest presented name does not match, in words, and who says so. */
export const nameRules = {
  other: { text: "it is another name", citation: "RFC 9525 section 6.3" },
  none: { text: "the certificate holds no name of this kind", citation: "RFC 9525 section 6.1" },
  notAHost: { text: "what was asked for is no host name", citation: "RFC 9525 section 6.2" },
  syntax: { text: "it is not a valid host name", citation: "RFC 5280 section 4.2.1.6" },
  rootDot: { text: "a name in a certificate does not end in a dot", citation: "RFC 5280 section 4.2.1.6" },
  bare: { text: "a wildcard alone matches nothing", citation: "RFC 9525 section 6.3" },
  partial: { text: "a wildcard must be the whole label", citation: "RFC 9525 section 6.3" },
  inner: { text: "a wildcard must be the left-most label", citation: "RFC 9525 section 6.3" },
  apex: { text: "a wildcard does not stand for the domain itself", citation: "RFC 9525 section 6.3" },
  depth: { text: "a wildcard stands for exactly one label", citation: "RFC 9525 section 6.3" },
  commonName: { text: "the common name is not a host name to clients", citation: "RFC 9525 section 2" },
  addressAsDns: { text: "an address counts only as an iPAddress", citation: "RFC 9525 section 6.4" },
  mailboxLocal: { text: "the part before the @ differs", citation: "RFC 9598 section 5" },
} as const;
nameRules satisfies Record<string, { readonly text: string; readonly citation: string }>;

export type NameRule = keyof typeof nameRules;

/** Why no name of the certificate is the one asked for. */
export interface NameMismatch extends MismatchReason {
  /** What was asked for, as a person writes it. */
  readonly asked: string;
  /** All subjectAltNames, as a person writes them. */
  readonly presented: readonly string[];
}

export interface MismatchReason {
  readonly code: NameMismatchCode;
  /** The presented name that comes closest, and its place in subjectAltName. */
  readonly nearest: { readonly text: string; readonly index: number } | undefined;
  /** The rule by which the nearest one does not match. */
  readonly rule: NameRule;
}
