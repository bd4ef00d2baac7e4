import type { Certificate } from "../x509/certificate.ts";
import type { CrlReason } from "../x509/extensions/reason-code.ts";

/** Why a CRL or an OCSP response says nothing about a certificate. The ids are those of the fault catalogue. */
export type RevocationProblemCode =
  | "crl-missing"
  | "crl-expired"
  | "crl-not-yet-valid"
  | "crl-bad-signature"
  | "crl-wrong-issuer"
  | "crl-wrong-scope"
  | "crl-signer-no-crlsign"
  | "crl-unknown-critical"
  | "ocsp-unknown"
  | "ocsp-expired"
  | "ocsp-bad-signature"
  | "ocsp-unauthorized-responder"
  | "ocsp-try-later"
  | "ocsp-nonce-mismatch"
  | "malformed-der";

/** One source that could not be used, and why. */
export interface RevocationProblem {
  readonly code: RevocationProblemCode;
  /** The facts, in words. */
  readonly detail: string;
}

/** What the sources say of one certificate. */
export type RevocationVerdict =
  | { readonly status: "good" }
  | {
      readonly status: "revoked";
      readonly source: "crl" | "ocsp";
      readonly at: Date;
      readonly reason: CrlReason | undefined;
    }
  /** Nothing certain. The problem that tells the most stands first; there is at least one. */
  | { readonly status: "undetermined"; readonly problems: readonly RevocationProblem[] };

/** The certificate in question and the issuer that stands above it on the path: a certificate or a bare trust anchor. */
export interface RevocationSubject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

export function undetermined(...problems: readonly RevocationProblem[]): RevocationVerdict {
  return { status: "undetermined", problems };
}
