import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const rootHasEku: CertificateRule = {
  id: "root-has-eku",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.1.2",
  summary: "A root has no extendedKeyUsage.",
  roles: ["anchor"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate) => (certificate.isSelfIssued ? "the root lists purposes" : undefined),
};
