import type { Certificate } from "../../x509/certificate.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";

/** What was learnt from the CRLs and OCSP responders that certificates name. */
export interface FetchedRevocation {
  /** DER. */
  readonly crls: readonly Uint8Array[];
  /** DER. Each answers its request: the nonce, where there is one, is the right one. */
  readonly ocsp: readonly Uint8Array[];
  /** The sources that were of no use. */
  readonly failures: readonly FetchFailure[];
}

/** Why a source that a certificate names told nothing about it. */
export interface FetchFailure extends RevocationProblem {
  /** The certificate, by its SHA-256. */
  readonly certificate: string;
}

export function failuresOf(
  fetched: FetchedRevocation | undefined,
  { sha256 }: Certificate,
): readonly RevocationProblem[] {
  return fetched?.failures.filter(({ certificate }) => certificate === sha256) ?? [];
}
