import type { LintRule } from "./lint-rule.ts";

export const bareWildcard: LintRule = {
  id: "bare-wildcard",
  severity: "error",
  citation: "RFC 9525 section 6.3",
  summary: "A wildcard alone matches no name in any client.",
  *check({ dnsNames }) {
    for (const { at, value } of dnsNames) if (value === "*") yield { at, message: "the dNSName * matches nothing" };
  },
};
