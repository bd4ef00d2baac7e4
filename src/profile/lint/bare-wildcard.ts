import type { LintRule } from "./lint-rule.ts";

export const bareWildcard: LintRule = {
  id: "bare-wildcard",
  severity: "error",
  citation: "RFC 9525 section 6.3",
  summary: "A wildcard alone matches no name in any client.",
  check({ dnsNames }, report) {
    for (const { at, value } of dnsNames) if (value === "*") report({ at, message: "the dNSName * matches nothing" });
  },
};
