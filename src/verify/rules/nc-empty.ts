import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const ncEmpty: CertificateRule = {
  id: "nc-empty",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.10",
  summary: "Name constraints permit or exclude at least one subtree.",
  roles: ["intermediate", "anchor"],
  extension: OID.nameConstraints,
  field: "extensions.nameConstraints",
  check: (certificate) => {
    const { permitted = [], excluded = [] } = certificate.nameConstraints?.value ?? {};
    return permitted.length + excluded.length > 0 ? undefined : "nothing is permitted and nothing excluded";
  },
};
