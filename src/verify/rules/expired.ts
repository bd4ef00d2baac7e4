import type { Certificate } from "../../x509/certificate.ts";
import type { FindingCode } from "../explanations/index.ts";
import type { CertificateRule, Role } from "../rule.ts";
import { durationText, timeText } from "../text.ts";

const codes: Readonly<Record<Role, FindingCode>> = {
  leaf: "expired-leaf",
  intermediate: "expired-intermediate",
  anchor: "expired-root",
};

export const expired: CertificateRule = {
  id: "expired-leaf",
  raises: ["expired-intermediate", "expired-root"],
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary: "The time of verification is not after notAfter; notAfter itself still counts.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "validity.notAfter",
  check: (certificate, { role, request }) =>
    isExpired(certificate, request.at) ? { code: codes[role], message: overdue(certificate, request.at) } : undefined,
};

export function isExpired({ notAfter }: Certificate, at: Date): boolean {
  return at.getTime() > notAfter.getTime(); // notAfter itself still counts: RFC 5280 section 4.1.2.5, "inclusive"
}

function overdue({ notAfter }: Certificate, at: Date): string {
  return `expired at ${timeText(notAfter)}, ${durationText(at.getTime() - notAfter.getTime())} before ${timeText(at)}`;
}
