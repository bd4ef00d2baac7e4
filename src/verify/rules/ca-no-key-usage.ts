import type { CertificateRule } from "../rule.ts";

export const caNoKeyUsage: CertificateRule = {
  id: "strict-int-no-key-usage",
  raises: ["strict-root-no-key-usage"],
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.3",
  summary: "A CA has keyUsage.",
  roles: ["intermediate", "anchor"],
  field: "extensions",
  check: (certificate) => {
    if (certificate.keyUsage || certificate.version !== 3) return undefined;
    return {
      code: certificate.isSelfIssued ? "strict-root-no-key-usage" : "strict-int-no-key-usage",
      message: "the CA has no keyUsage",
    };
  },
};
