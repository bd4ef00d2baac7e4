import { explanations, type FindingCode } from "../src/verify/explanations/index.ts";
import type { RuleFacts } from "../src/verify/rule.ts";
import { ruleSets } from "../src/verify/rule-sets/index.ts";
import { certificateRules, givenRules, pathRules } from "../src/verify/rules/index.ts";
import { code, page, table } from "./markdown.ts";

/** docs/rules.md: what the verifier looks at, by which text, and what to do about each finding. */
export function rulesPage(): string {
  return page(
    "What verify looks at",
    "src/verify/",
    "An error makes a chain invalid; warnings and notices do not. Codes are stable: never renamed, never reused. A rule set says by whose rules it is judged and changes severities.",
    "## Rule sets",
    table(
      ["`--rules`", ""],
      Object.values(ruleSets).map(({ name, summary }) => [code(name), summary]),
    ),
    "## Rules about one certificate",
    ruleTable(certificateRules),
    "## Rules about the whole path",
    ruleTable(pathRules),
    "## Rules about what was given beside the path",
    ruleTable(givenRules),
    "## Findings",
    "The most specific first, as it decides which one is the headline.",
    table(
      ["code", "OpenSSL", "why clients mind", "what to do"],
      (Object.keys(explanations) as FindingCode[]).map(findingRow),
    ),
  );
}

function ruleTable(rules: readonly RuleFacts[]): string {
  return table(
    ["rule", "severity", "what holds", "where it is written"],
    [...rules]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, severity, summary, citation }) => [code(id), severity, summary, citation]),
  );
}

function findingRow(name: FindingCode): string[] {
  const { why, fix, openssl } = explanations[name];
  return [
    code(name),
    openssl === undefined ? "" : `${openssl}`,
    why,
    fix.map(({ role, text }) => `${role}: ${text}`).join("; "),
  ];
}
