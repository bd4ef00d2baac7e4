import type { CertificateRule } from "../rule.ts";

export const ncEmpty: CertificateRule = {
  id: "nc-empty",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.10",
  summary: "Name constraints permit or exclude at least one subtree.",
  roles: ["intermediate", "anchor"],
  field: "extensions.nameConstraints",
  applies: (certificate) => certificate.nameConstraints !== undefined,
  check: (certificate) => {
    const { permitted = [], excluded = [] } = certificate.nameConstraints?.value ?? {};
    return permitted.length + excluded.length > 0 ? undefined : "nothing is permitted and nothing excluded";
  },
};
