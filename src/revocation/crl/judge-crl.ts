import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import type { Name } from "../../x509/name.ts";
import { type FreshnessOptions, staleness } from "../freshness.ts";
import type { RevocationProblem, RevocationSubject } from "../revocation-verdict.ts";
import { type CrlSigner, findCrlSigner } from "./crl-signer.ts";
import { findDelta } from "./delta-crl.ts";
import type { UsableCrl } from "./usable-crl.ts";

export interface CrlJudgeOptions extends FreshnessOptions {
  /**
   * Further certificates of a CRL issuer, each with a valid path to the same trust anchor (RFC 5280 section 6.3.3 step f): for indirect
   * lists, and for issuers that sign certificates and lists with different keys.
   */
  readonly findSigners?: (crlIssuer: Name) => readonly Certificate[];
}

/** A list that may be believed, or why it may not. */
export type CrlJudgement =
  | { readonly usable: UsableCrl; readonly problems?: never }
  | { readonly usable?: never; readonly problems: readonly RevocationProblem[] };

/**
 * Signer, signature and freshness of a complete list (RFC 5280 section 6.3.3 steps a, c and f to h). One that is out of date may be
 * believed when a delta continues it.
 */
export function judgeCrl(
  complete: CertificateList,
  deltas: readonly CertificateList[],
  subject: RevocationSubject,
  options: CrlJudgeOptions,
): CrlJudgement {
  const { signer, problem } = signerOf(complete, subject, options);
  const delta = signer && findDelta(complete, deltas, signer, options);
  const stale = staleness(complete, options);
  const problems = problem ? [problem] : [];
  if (stale?.kind === "ahead") problems.push({ code: "crl-not-yet-valid", detail: stale.detail });
  if (stale?.kind === "past" && delta === undefined) problems.push({ code: "crl-expired", detail: stale.detail });
  return signer === undefined || problems.length > 0 ? { problems } : { usable: { complete, delta, signer } };
}

/**
 * The signer is the issuer of the certificate, or one of its namesakes. They are asked for only then, because each needs a path of its own.
 * A CRL issuer's own certificate may be in the scope of the list that it signs: then the list speaks for itself.
 */
function signerOf(
  crl: CertificateList,
  { certificate, issuer }: RevocationSubject,
  options: CrlJudgeOptions,
): CrlSigner {
  const known = certificate.isSelfIssued ? [issuer] : [issuer, certificate];
  const found = findCrlSigner(crl, known);
  const others = found.signer ? [] : (options.findSigners?.(crl.issuer) ?? []);
  return others.length === 0 ? found : findCrlSigner(crl, [...known, ...others]);
}
