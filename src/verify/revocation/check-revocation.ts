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
  const verdicts = [...ocspVerdicts(subject, sources, options), ...crlVerdicts(subject, sources, options)];
  const first = (status: RevocationVerdict["status"]) => verdicts.find((verdict) => verdict.status === status);
  const problems = verdicts.flatMap((verdict) => (verdict.status === "undetermined" ? verdict.problems : []));
  return first("revoked") ?? first("good") ?? undetermined(...sources.unreadable, ...problems);
}

/** Responses about other certificates are passed over, unless there is nothing else. */
function ocspVerdicts(
  subject: RevocationSubject,
  { responses }: RevocationSources,
  options: RevocationOptions,
): readonly RevocationVerdict[] {
  const relevant = responses.filter((response) => speaksOf(response, subject));
  const asked = relevant.length > 0 ? relevant : responses.slice(0, 1);
  return asked.map((response) => alone(() => checkOcsp(response, subject, options)));
}

/** Without any list, OCSP alone is what the caller wants to be asked. */
function crlVerdicts(
  subject: RevocationSubject,
  { crls, responses }: RevocationSources,
  options: RevocationOptions,
): readonly RevocationVerdict[] {
  if (crls.length === 0 && responses.length > 0) return [];
  return [alone(() => checkCrls(subject, { ...options, crls }))];
}

/** What does not decode spoils one source and no other: a broken staple must not hide a CRL that revokes. */
function alone(check: () => RevocationVerdict): RevocationVerdict {
  try {
    return check();
  } catch (error) {
    if (isPkiError(error)) return undetermined({ code: "malformed-der", detail: error.message });
    throw error;
  }
}
