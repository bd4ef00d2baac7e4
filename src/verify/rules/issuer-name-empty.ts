import type { CertificateRule } from "../rule.ts";

export const issuerNameEmpty: CertificateRule = {
  id: "issuer-name-empty",
  severity: "error",
  citation: "RFC 5280 section 4.1.2.4",
  summary: "The issuer of a certificate has a name.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "issuer",
  check: ({ issuer }) => (issuer.isEmpty ? "the issuer's name is empty" : undefined),
};
