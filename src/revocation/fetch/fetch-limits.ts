/** What fetching may take. Whoever wrote a certificate names the addresses, so none of this is left to those who answer. */
export interface FetchLimits {
  /** For one answer of an OCSP responder. Milliseconds. */
  readonly ocspTimeoutMs: number;
  /** For one CRL, or one certificate. Milliseconds. */
  readonly fileTimeoutMs: number;
  /** For everything together. Milliseconds. */
  readonly totalMs: number;
  /** A response of some 2,000 octets holds one certificate; one with a chain of large keys some 10,000. Octets. */
  readonly maxOcspBytes: number;
  /** A list of a million entries takes some 40 MB. Octets. */
  readonly maxCrlBytes: number;
  /** Octets. */
  readonly maxCertificateBytes: number;
  /** How many addresses of one kind are tried for one certificate. */
  readonly maxAddresses: number;
}

/** How far ahead what was signed just now may be dated: OpenSSL allows the same. Milliseconds. */
export const LIVE_SKEW_MS = 300_000;

export const usualLimits: FetchLimits = {
  ocspTimeoutMs: 5_000,
  fileTimeoutMs: 15_000,
  totalMs: 30_000,
  maxOcspBytes: 65_536,
  maxCrlBytes: 64 * 1024 * 1024,
  maxCertificateBytes: 65_536,
  maxAddresses: 8,
};
