import { isPkiError } from "../../errors/pki-error.ts";
import { type CrlCheckOptions, checkCrls } from "../../revocation/crl/check-crls.ts";
import { checkOcsp, type OcspCheckOptions, speaksOf } from "../../revocation/ocsp/check-ocsp.ts";
import { type RevocationSubject, type RevocationVerdict, undetermined } from "../../revocation/revocation-verdict.ts";
import type { RevocationSources } from "./revocation-sources.ts";

export type RevocationOptions = OcspCheckOptions & Omit<CrlCheckOptions, "crls">;

/**
 * What all sources together say of one certificate. Who says "revoked" is believed before who says "good", and a good answer before a
 * source that cannot be used.
 */
export function checkRevocation(
  subject: RevocationSubject,
  sources: RevocationSources,
  options: RevocationOptions,
): RevocationVerdict {
  try {
    const verdicts = [...ocspVerdicts(subject, sources, options), ...crlVerdicts(subject, sources, options)];
    const first = (status: RevocationVerdict["status"]) => verdicts.find((verdict) => verdict.status === status);
    const problems = verdicts.flatMap((verdict) => (verdict.status === "undetermined" ? verdict.problems : []));
    return first("revoked") ?? first("good") ?? undetermined(...sources.unreadable, ...problems);
  } catch (error) {
    // A certificate whose extensions do not decode, or whose issuer's key does not, cannot be looked up anywhere.
    if (isPkiError(error)) return undetermined({ code: "malformed-der", detail: error.message });
    throw error;
  }
}

/** Responses about other certificates are passed over, unless there is nothing else. */
function ocspVerdicts(
  subject: RevocationSubject,
  { responses }: RevocationSources,
  options: RevocationOptions,
): readonly RevocationVerdict[] {
  const relevant = responses.filter((response) => speaksOf(response, subject));
  return (relevant.length > 0 ? relevant : responses.slice(0, 1)).map((it) => checkOcsp(it, subject, options));
}

/** Without any list, OCSP alone is what the caller wants to be asked. */
function crlVerdicts(
  subject: RevocationSubject,
  { crls, responses }: RevocationSources,
  options: RevocationOptions,
): readonly RevocationVerdict[] {
  return crls.length === 0 && responses.length > 0 ? [] : [checkCrls(subject, { ...options, crls })];
}
