import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const skiCritical: CertificateRule = {
  id: "ski-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.2",
  summary: "subjectKeyIdentifier is not critical.",
  roles: ["leaf", "intermediate", "anchor"],
  extension: OID.subjectKeyIdentifier,
  field: "extensions.subjectKeyIdentifier",
  check: (certificate) => (certificate.subjectKeyIdentifier?.critical ? "critical is true" : undefined),
};
