import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const leafEkuCritical: CertificateRule = {
  id: "leaf-eku-critical",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.7.6",
  summary: "A server certificate's extendedKeyUsage is not critical.",
  roles: ["leaf"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate) => (certificate.extendedKeyUsage?.critical ? "critical is true" : undefined),
};
