import type { FetchLimits } from "../../revocation/fetch/fetch-limits.ts";
import type { VerifyResult } from "../result.ts";
import { verify } from "../verify.ts";
import type { CertificateInput, VerifyOptions } from "../verify-options.ts";
import { chaseIssuers } from "./chase-issuers.ts";
import { learnRevocation } from "./learn-revocation.ts";

/** What is fetched has nonces of its own. */
export interface VerifyOnlineOptions extends Omit<VerifyOptions, "fetched" | "ocspNonce"> {
  /** Ask the OCSP responders and fetch the CRLs that certificates name; yes, unless told. */
  readonly fetchRevocation?: boolean;
  /** Fetch missing issuers from where certificates say they are; no, unless told. */
  readonly fetchIssuers?: boolean;
  /** What fetching may take. */
  readonly limits?: Partial<FetchLimits>;
  /** Ends all fetching. */
  readonly signal?: AbortSignal;
}

/**
 * `verify`, with what the certificates themselves point at: OCSP responders and CRLs, and the certificates of missing issuers. Revocation
 * is asked for along a path that reaches a trusted certificate, and of certificates whose state the material given does not tell.
 * @throws TypeError as `verify` does; what cannot be fetched is a finding.
 */
export async function verifyOnline(
  certificates: readonly CertificateInput[],
  options: VerifyOnlineOptions,
): Promise<VerifyResult> {
  const judge = (more: VerifyOptions) => verify(certificates, more);
  const fixed = { ...options, at: options.at ?? new Date() };
  const chased = options.fetchIssuers ? await chaseIssuers(judge, fixed) : { aia: [], notes: [] };
  const complete = { ...fixed, aia: [...(options.aia ?? []), ...chased.aia] };
  const result = options.fetchRevocation === false ? judge(complete) : await learnRevocation(judge, complete);
  return { ...result, skipped: [...result.skipped, ...chased.notes] };
}
