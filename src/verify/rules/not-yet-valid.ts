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
    isNotYetValid(certificate, request.at) ? { code: codes[role], message: early(certificate, request.at) } : undefined,
};

export function isNotYetValid({ notBefore }: Certificate, at: Date): boolean {
  return at.getTime() < notBefore.getTime();
}

function early({ notBefore }: Certificate, at: Date): string {
  return `valid from ${timeText(notBefore)}, ${durationText(notBefore.getTime() - at.getTime())} after ${timeText(at)}`;
}
