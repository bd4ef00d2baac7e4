import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const pathlenWithoutCa: CertificateRule = {
  id: "pathlen-without-ca",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.9",
  summary: "Only a CA has pathLenConstraint.",
  roles: ["leaf"],
  extension: OID.basicConstraints,
  field: "extensions.basicConstraints",
  check: (certificate) => {
    const constraints = certificate.basicConstraints?.value;
    return constraints?.pathLength !== undefined && !constraints.ca
      ? `pathLenConstraint is ${constraints.pathLength}, and cA is FALSE`
      : undefined;
  },
};
