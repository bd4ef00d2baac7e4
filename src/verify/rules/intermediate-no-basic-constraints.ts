import type { CertificateRule } from "../rule.ts";

export const intermediateNoBasicConstraints: CertificateRule = {
  id: "intermediate-no-basic-constraints",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (k)",
  summary: "A certificate that issues others has basicConstraints; a trust anchor of version 1 cannot.",
  roles: ["intermediate", "anchor"],
  field: "extensions",
  check: (certificate, { role }) =>
    certificate.basicConstraints || (role === "anchor" && certificate.version !== 3)
      ? undefined
      : "it issued a certificate and has no basicConstraints",
};
