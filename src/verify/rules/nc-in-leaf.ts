import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const ncInLeaf: CertificateRule = {
  id: "nc-in-leaf",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.10",
  summary: "Only a CA certificate has name constraints.",
  roles: ["leaf"],
  extension: OID.nameConstraints,
  field: "extensions.nameConstraints",
  check: (certificate) => (certificate.basicConstraints?.value.ca ? undefined : "the leaf is no CA"),
};
