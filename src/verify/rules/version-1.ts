import type { CertificateRule } from "../rule.ts";

export const version1: CertificateRule = {
  id: "version-1",
  severity: "error",
  citation: "RFC 5280 section 4.1.2.1",
  summary: "A certificate is of version 3; a trust anchor without extensions may be older.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "version",
  applies: ({ version }) => version !== 3,
  check: ({ version, extensions }, { role }) => {
    if (extensions.length > 0) return `version ${version} with ${extensions.length} extensions, which need version 3`;
    return role === "anchor" ? undefined : `version ${version}, which cannot have extensions`;
  },
};
