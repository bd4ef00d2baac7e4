import { PkiError } from "../errors/pki-error.ts";
import type { CompiledProfile } from "../profile/compile-profile.ts";
import { type LintFinding, lintCertificate } from "../profile/lint/lint-certificate.ts";
import type { Certificate } from "../x509/certificate.ts";
import { authorityInfoAccess } from "../x509/extensions/authority-info-access.ts";
import { crlDistributionPoints } from "../x509/extensions/crl-distribution-points.ts";
import { ocspNoCheck } from "../x509/extensions/ocsp-no-check.ts";

/** Something worth knowing about a certificate that stops nothing. */
export type Notice = LintFinding;

/**
 * Lints a certificate that is about to be signed. Errors refuse it, warnings and notices are returned.
 * @throws PkiError ERR_LINT_REFUSED
 */
export function enforceLint(certificate: Certificate, { profile, constants }: CompiledProfile): readonly Notice[] {
  const findings = lintCertificate(certificate);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new PkiError("ERR_LINT_REFUSED", {
      findings: errors.map(({ at, message }) => `${at}: ${message}`).join("; "),
    });
  const saysWhere = profile.kind === "root" || constants.some(({ oid }) => revocationSources.includes(oid));
  return saysWhere ? findings : [...findings, noRevocationSource];
}

/** Where a client learns of a revocation; a responder may say that it is not to be asked about (RFC 6960 section 4.2.2.2.1). */
const revocationSources: readonly string[] = [crlDistributionPoints.oid, authorityInfoAccess.oid, ocspNoCheck.oid];

/** A root cannot be revoked. */
const noRevocationSource: Notice = {
  code: "no-revocation-source",
  severity: "notice",
  at: "extensions",
  message:
    "it names neither a CRL nor an OCSP responder, so no client can learn that it was revoked; give the CA a base URL",
  citation: "RFC 5280 section 4.2.1.13; RFC 6960 section 3.1",
};
