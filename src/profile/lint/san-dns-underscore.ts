import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

export const sanDnsUnderscore: LintRule = {
  id: "san-dns-underscore",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5; CA/Browser Forum SC12",
  summary:
    "Host names have no underscores. Container names do, and most clients take them; public CAs may not sign them.",
  check({ dnsNames }, report) {
    for (const { at, value, name } of dnsNames)
      if (value.includes("_")) report({ at, message: `${generalNameText(name)} has an underscore` });
  },
};
