import { basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import type { CertificateRule } from "../rule.ts";

export const intermediateNotCa: CertificateRule = {
  id: "intermediate-not-ca",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (k)",
  summary: "A certificate that issues others has cA TRUE.",
  roles: ["intermediate", "anchor"],
  field: "extensions.basicConstraints",
  applies: (certificate) => certificate.extension(basicConstraints) !== undefined,
  check: (certificate) =>
    certificate.extension(basicConstraints)?.value.ca ? undefined : "it issued a certificate, and cA is FALSE",
};
