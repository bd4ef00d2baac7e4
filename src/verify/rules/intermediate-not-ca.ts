import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const intermediateNotCa: CertificateRule = {
  id: "intermediate-not-ca",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (k)",
  summary: "A certificate that issues others has cA TRUE.",
  roles: ["intermediate", "anchor"],
  extension: OID.basicConstraints,
  field: "extensions.basicConstraints",
  check: (certificate) =>
    certificate.basicConstraints?.value.ca === false ? "it issued a certificate, and cA is FALSE" : undefined,
};
