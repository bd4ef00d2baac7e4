import type { Certificate } from "../../x509/certificate.ts";
import type { FindingCode } from "../explanations/index.ts";
import type { CertificateRule, Role } from "../rule.ts";
import { durationText, timeText } from "../text.ts";

const codes: Readonly<Record<Role, FindingCode>> = {
  leaf: "not-yet-valid-leaf",
  intermediate: "not-yet-valid-intermediate",
  anchor: "not-yet-valid",
};

export const notYetValid: CertificateRule = {
  id: "not-yet-valid-leaf",
  raises: ["not-yet-valid-intermediate", "not-yet-valid"],
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary: "The time of verification is not before notBefore.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "validity.notBefore",
  check: (certificate, { role, request }) =>
    beginsAfter(certificate, request.at) > 0
      ? { code: codes[role], message: early(certificate, request.at) }
      : undefined,
};

/** How long after a time the certificate begins to count, in milliseconds; 0 and less when it has begun. */
export function beginsAfter({ notBefore }: Certificate, at: Date): number {
  return notBefore.getTime() - at.getTime();
}

function early(certificate: Certificate, at: Date): string {
  const ahead = durationText(beginsAfter(certificate, at));
  return `valid from ${timeText(certificate.notBefore)}, ${ahead} after ${timeText(at)}`;
}
