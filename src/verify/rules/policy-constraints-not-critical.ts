import { OID } from "../../asn1/oids.ts";
import { policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import type { CertificateRule } from "../rule.ts";

export const policyConstraintsNotCritical: CertificateRule = {
  id: "policy-constraints-not-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.11",
  summary: "Policy constraints are critical.",
  roles: ["intermediate", "anchor"],
  extension: OID.policyConstraints,
  field: "extensions.policyConstraints",
  check: (certificate) => (certificate.extension(policyConstraints)?.critical ? undefined : "critical is false"),
};
