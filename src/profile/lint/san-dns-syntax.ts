import { dnsNameProblem } from "../../x509/dns-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { ipToBytes } from "../../x509/ip-address.ts";
import type { LintRule } from "./lint-rule.ts";

export const sanDnsSyntax: LintRule = {
  id: "san-dns-syntax",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.6, RFC 1034 section 3.5, RFC 1123 section 2.1",
  summary:
    "A dNSName is a DNS name: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all, no dot at the end.",
  check({ dnsNames }, report) {
    for (const { at, value, name } of dnsNames) {
      const problem = ipToBytes(value) ? undefined : dnsNameProblem(value);
      if (problem) report({ at, message: `${generalNameText(name)} is not a DNS name: ${problem.why}` });
    }
  },
};
