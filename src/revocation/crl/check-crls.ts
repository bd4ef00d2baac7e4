import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import type { ReasonFlag } from "../../x509/distribution-point.ts";
import {
  type RevocationProblem,
  type RevocationSubject,
  type RevocationVerdict,
  undetermined,
} from "../revocation-verdict.ts";
import { collectCrls } from "./crl-collection.ts";
import { allReasons, scopeOf } from "./crl-scope.ts";
import { crlIssuersOf, distributionPointsOf } from "./distribution-points.ts";
import { type CrlJudgeOptions, judgeCrl } from "./judge-crl.ts";
import { isSameSource, reasonOf, revokingEntry, type UsableCrl } from "./usable-crl.ts";

export interface CrlCheckOptions extends CrlJudgeOptions {
  readonly crls: readonly CertificateList[];
}

/**
 * What CRLs say of a certificate: RFC 5280 section 6.3, with delta and indirect lists, and lists for some reasons only. Of two lists by
 * one key for one scope the newer counts; a certificate that is revoked in any other usable list is revoked.
 * @throws PkiError when an extension of the certificate that counts does not decode
 */
export function checkCrls(subject: RevocationSubject, options: CrlCheckOptions): RevocationVerdict {
  const { certificate } = subject;
  const points = distributionPointsOf(certificate);
  const issuers = points.flatMap((point) => crlIssuersOf(point, certificate));
  const { complete, deltas, defects } = collectCrls(options.crls, issuers);
  const problems = [...defects];
  const covered = new Set<ReasonFlag>();
  const used: UsableCrl[] = [];
  for (const crl of complete) {
    const { reasons, problem } = scopeOf(crl, certificate, points);
    if (problem !== undefined) {
      problems.push(problem);
      continue;
    }
    const { usable, problems: refusals } = judgeCrl(crl, deltas, subject, options);
    if (usable === undefined) {
      problems.push(...refusals);
      continue;
    }
    if (used.some((newer) => isSameSource(newer, usable))) continue;
    const entry = revokingEntry(usable, certificate);
    if (entry !== undefined) return { status: "revoked", source: "crl", at: entry.revokedAt, reason: reasonOf(entry) };
    used.push(usable);
    for (const reason of reasons) covered.add(reason);
  }
  if (covered.size === allReasons.length) return { status: "good" };
  return undetermined(...(problems.length > 0 ? problems : [missing(certificate, covered)]));
}

function missing(certificate: Certificate, covered: ReadonlySet<ReasonFlag>): RevocationProblem {
  const uncovered = allReasons.filter((reason) => !covered.has(reason));
  const what = covered.size === 0 ? "no CRL" : `no CRL for the reasons ${uncovered.join(", ")}`;
  return { code: "crl-missing", detail: `there is ${what} for certificates of ${certificate.issuer}` };
}
