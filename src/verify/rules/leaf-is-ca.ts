import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const leafIsCa: CertificateRule = {
  id: "leaf-is-ca",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.9",
  summary: "An end entity is no CA.",
  roles: ["leaf"],
  extension: OID.basicConstraints,
  field: "extensions.basicConstraints",
  check: (certificate) => (certificate.basicConstraints?.value.ca ? "the leaf has cA TRUE" : undefined),
};
