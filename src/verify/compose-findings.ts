import { explanations, precedenceOf } from "./explanations/index.ts";
import type { Finding, Severity } from "./finding.ts";
import type { PlacedProblem } from "./path/judged-path.ts";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Makes findings of what the rules raised, the most specific error first. */
export function composeFindings(problems: readonly PlacedProblem[]): readonly Finding[] {
  return problems.map(toFinding).sort(byHeadline);
}

function toFinding({ raised, index }: PlacedProblem): Finding {
  const { code, severity, rule, problem } = raised;
  const { why, fix, openssl } = explanations[code];
  const field = problem.field ?? rule.field;
  const number = problem.openssl ?? openssl;
  return {
    code,
    severity,
    index,
    at: problem.at ?? (field === undefined ? `chain[${index}]` : `chain[${index}].${field}`),
    message: problem.message,
    why,
    fix,
    ...(number === undefined ? {} : { openssl: number }),
    citation: rule.citation,
  };
}

function byHeadline(a: Finding, b: Finding): number {
  return (
    rank[a.severity] - rank[b.severity] ||
    Number(isSilence(a)) - Number(isSilence(b)) ||
    precedenceOf(a.code) - precedenceOf(b.code) ||
    a.index - b.index
  );
}

/** That nothing was to be learnt about revocation is said after what was seen. */
function isSilence({ code, severity }: Finding): boolean {
  return code === "crl-missing" && severity === "notice";
}
