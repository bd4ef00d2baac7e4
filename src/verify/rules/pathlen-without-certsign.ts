import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const pathlenWithoutCertsign: CertificateRule = {
  id: "pathlen-without-certsign",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.9",
  summary: "Only a key that signs certificates has pathLenConstraint.",
  roles: ["leaf", "intermediate", "anchor"],
  extension: OID.basicConstraints,
  field: "extensions.basicConstraints",
  applies: (certificate) => certificate.basicConstraints?.value.pathLength !== undefined,
  check: (certificate) =>
    certificate.keyUsage?.value.includes("keyCertSign") === false
      ? "there is a pathLenConstraint, and the key usage lacks keyCertSign"
      : undefined,
};
