import type { CertificateRule } from "../rule.ts";

export const leafNoEku: CertificateRule = {
  id: "leaf-no-eku",
  severity: "notice",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.7.6",
  summary: "A leaf lists its purposes.",
  roles: ["leaf"],
  field: "extensions",
  check: (certificate, { request }) =>
    certificate.extendedKeyUsage || request.purpose === undefined ? undefined : "the leaf has no extendedKeyUsage",
};
