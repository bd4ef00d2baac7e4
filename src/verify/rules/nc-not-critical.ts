import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const ncNotCritical: CertificateRule = {
  id: "nc-not-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.10",
  summary: "Name constraints are critical.",
  roles: ["intermediate", "anchor"],
  extension: OID.nameConstraints,
  field: "extensions.nameConstraints",
  check: (certificate) => (certificate.nameConstraints?.critical ? undefined : "critical is false"),
};
