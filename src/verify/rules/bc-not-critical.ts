import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const bcNotCritical: CertificateRule = {
  id: "strict-int-bc-not-critical",
  raises: ["strict-root-bc-not-critical"],
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.9",
  summary: "A CA's basicConstraints are critical.",
  roles: ["intermediate", "anchor"],
  extension: OID.basicConstraints,
  field: "extensions.basicConstraints",
  check: (certificate) => {
    const constraints = certificate.basicConstraints;
    if (!constraints?.value.ca || constraints.critical) return undefined;
    const code = certificate.isSelfIssued ? "strict-root-bc-not-critical" : "strict-int-bc-not-critical";
    return { code, message: "critical is false" };
  },
};
