import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

export const partialWildcard: LintRule = {
  id: "partial-wildcard",
  severity: "error",
  citation: "RFC 9525 section 6.3",
  summary: "A wildcard is the whole leftmost label, and there is no other.",
  check({ dnsNames }, report) {
    for (const { at, value, name } of dnsNames)
      if (value.replace(/^\*(\.|$)/, "").includes("*"))
        report({ at, message: `${generalNameText(name)} has a * that is not its whole first label` });
  },
};
