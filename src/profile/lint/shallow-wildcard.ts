import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

export const shallowWildcard: LintRule = {
  id: "shallow-wildcard",
  severity: "warning",
  citation: "OpenSSL crypto/x509/v3_utl.c valid_star; RFC 9525 section 7.1",
  summary: "OpenSSL, and so Node, Python and curl, match a wildcard only with two labels or more to its right.",
  check({ dnsNames }, report) {
    for (const { at, value, name } of dnsNames)
      if (/^\*\.[^.]+$/.test(value))
        report({ at, message: `${generalNameText(name)} matches nothing in OpenSSL, Node, Python and curl` });
  },
};
