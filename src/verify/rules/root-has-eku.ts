import type { CertificateRule } from "../rule.ts";

export const rootHasEku: CertificateRule = {
  id: "root-has-eku",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.1.2",
  summary: "A root has no extendedKeyUsage.",
  roles: ["anchor"],
  field: "extensions.extendedKeyUsage",
  applies: (certificate) => certificate.extendedKeyUsage !== undefined,
  check: (certificate) => (certificate.isSelfIssued ? "the root lists purposes" : undefined),
};
