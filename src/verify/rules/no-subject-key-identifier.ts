import type { CertificateRule } from "../rule.ts";

export const noSubjectKeyIdentifier: CertificateRule = {
  id: "strict-int-no-ski",
  raises: ["strict-root-no-ski"],
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.2",
  summary: "A CA has subjectKeyIdentifier.",
  roles: ["intermediate", "anchor"],
  field: "extensions",
  check: (certificate) => {
    if (certificate.subjectKeyIdentifier || certificate.version !== 3) return undefined;
    return {
      code: certificate.isSelfIssued ? "strict-root-no-ski" : "strict-int-no-ski",
      message: "the CA has no subjectKeyIdentifier",
    };
  },
};
