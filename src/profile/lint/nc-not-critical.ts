import { nameConstraints } from "../../x509/extensions/name-constraints.ts";
import type { LintRule } from "./lint-rule.ts";

export const ncNotCritical: LintRule = {
  id: "nc-not-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.10",
  summary: "Name constraints are critical: a client that does not know them may not ignore them.",
  check({ certificate }, report) {
    if (certificate.extension(nameConstraints)?.critical === false)
      report({ at: "extensions.nameConstraints.critical", message: "critical is false" });
  },
};
