import type { LintRule } from "./lint-rule.ts";

export const partialWildcard: LintRule = {
  id: "partial-wildcard",
  severity: "error",
  citation: "RFC 9525 section 6.3",
  summary: "A wildcard is the whole leftmost label, and there is no other.",
  *check({ dnsNames }) {
    for (const { at, value } of dnsNames)
      if (value.replace(/^\*(\.|$)/, "").includes("*"))
        yield { at, message: `${value} has a * that is not its whole first label` };
  },
};
