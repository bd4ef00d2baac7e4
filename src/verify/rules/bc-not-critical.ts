import type { CertificateRule } from "../rule.ts";

export const bcNotCritical: CertificateRule = {
  id: "strict-int-bc-not-critical",
  raises: ["strict-root-bc-not-critical"],
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.9",
  summary: "A CA's basicConstraints are critical.",
  roles: ["intermediate", "anchor"],
  field: "extensions.basicConstraints",
  applies: (certificate) => certificate.basicConstraints?.value.ca === true,
  check: (certificate) =>
    certificate.basicConstraints?.critical
      ? undefined
      : {
          code: certificate.isSelfIssued ? "strict-root-bc-not-critical" : "strict-int-bc-not-critical",
          message: "critical is false",
        },
};
