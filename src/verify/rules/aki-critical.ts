import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const akiCritical: CertificateRule = {
  id: "aki-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.1",
  summary: "authorityKeyIdentifier is not critical.",
  roles: ["leaf", "intermediate", "anchor"],
  extension: OID.authorityKeyIdentifier,
  field: "extensions.authorityKeyIdentifier",
  check: (certificate) => (certificate.authorityKeyIdentifier?.critical ? "critical is true" : undefined),
};
