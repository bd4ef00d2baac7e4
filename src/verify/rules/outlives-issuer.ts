import type { Problem } from "../finding.ts";
import type { PathRule } from "../rule.ts";
import { timeText } from "../text.ts";

export const outlivesIssuer: PathRule = {
  id: "outlives-issuer",
  severity: "notice",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary: "A certificate ends no later than its issuer.",
  field: "validity.notAfter",
  applies: ({ end, entries }) => end === "anchor" && entries.length > 1,
  check: ({ entries }) => {
    const problems: Problem[] = [];
    for (let index = 0; index + 1 < entries.length; index++) {
      const end = entries[index]?.certificate.notAfter as Date;
      const issuerEnd = entries[index + 1]?.certificate.notAfter as Date;
      if (end.getTime() > issuerEnd.getTime())
        problems.push({ index, message: `it ends at ${timeText(end)}, its issuer at ${timeText(issuerEnd)}` });
    }
    return problems.length > 0 ? problems : undefined;
  },
};
