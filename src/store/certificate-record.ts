import type { RevocationReason } from "./revocation-reason.ts";

/** What is about to be signed: written down before the signature exists, so that no certificate is ever unknown to its CA. */
export interface Intent {
  readonly serial: string;
  /** The id of the authority that signs. */
  readonly authority: string;
  readonly profile: string;
  /** RFC 4514 text. */
  readonly subject: string;
  /** The subject alternative names as text. */
  readonly names: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
  /** Of the subjectPublicKeyInfo: the same key is found again by it. Hex. */
  readonly spkiSha256: string;
  /** Of the to-be-signed bytes. Hex. */
  readonly tbsSha256: string;
  readonly requestedAt: string;
  /** The serial number of the certificate that this one renews. */
  readonly replaces?: string | undefined;
}

export interface Revocation {
  readonly reason: RevocationReason;
  readonly at: string;
  /** When the key is thought to have been lost: RFC 5280 section 5.3.2. */
  readonly invalidityDate?: string | undefined;
}

/** An issued certificate. */
export interface CertificateRecord extends Intent {
  readonly certificateDer: Uint8Array;
  readonly issuedAt: string;
  /** The fingerprint of the certificate. Hex. */
  readonly sha256: string;
  readonly revoked?: Revocation;
}

/** Which certificates to list: those that meet everything said. */
export interface CertificateFilter {
  readonly authority?: string | undefined;
  readonly profile?: string | undefined;
  readonly revoked?: boolean | undefined;
  /** A glob over names and subject: `*` stands for any run of characters; upper and lower case are the same. */
  readonly name?: string | undefined;
  /** notAfter is at this time or later. */
  readonly notExpiredAt?: string | undefined;
  /** notAfter is before this time. */
  readonly expiresBefore?: string | undefined;
}
