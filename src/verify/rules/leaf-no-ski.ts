import type { CertificateRule } from "../rule.ts";

export const leafNoSki: CertificateRule = {
  id: "leaf-no-ski",
  severity: "notice",
  citation: "RFC 5280 section 4.2.1.2",
  summary: "A leaf has subjectKeyIdentifier.",
  roles: ["leaf"],
  field: "extensions",
  check: (certificate) => (certificate.subjectKeyIdentifier ? undefined : "the leaf has no subjectKeyIdentifier"),
};
