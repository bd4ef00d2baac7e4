import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const certsignWithoutCa: CertificateRule = {
  id: "certsign-without-ca",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.3",
  summary: "Only a CA has keyCertSign.",
  roles: ["leaf"],
  extension: OID.keyUsage,
  field: "extensions.keyUsage",
  applies: (certificate) => certificate.keyUsage?.value.includes("keyCertSign") === true,
  check: (certificate) =>
    certificate.basicConstraints?.value.ca ? undefined : "keyCertSign is set, and the leaf is no CA",
};
