import type { Role } from "../rule.ts";
import { isUnreadable, type Raised, type RuleRunner } from "../rule-runner.ts";
import type { CandidatePath, LinkVerdict } from "./candidate-path.ts";

/** Something that a rule raised, and the certificate of the path that it is about. */
export interface PlacedProblem {
  readonly raised: Raised;
  readonly index: number;
}

/** A path with all that the rules say of it. */
export interface JudgedPath {
  readonly path: CandidatePath;
  readonly problems: readonly PlacedProblem[];
  /** How far it is from being valid: 0 when it reaches an anchor, every signature is good, and no rule raised an error. */
  readonly cost: number;
}

/** Asks every rule about every certificate of the path, and about the path; `more` is what was found beside the rules. */
export function judgePath(path: CandidatePath, runner: RuleRunner, more: readonly PlacedProblem[]): JudgedPath {
  const problems: PlacedProblem[] = [];
  path.entries.forEach((entry, index) => {
    for (const raised of runner.certificate(entry, roleIn(path, index))) problems.push({ raised, index });
  });
  const hasUnreadable = problems.some(({ raised }) => isUnreadable(raised));
  for (const raised of runner.path(path, hasUnreadable)) problems.push({ raised, index: raised.problem.index ?? 0 });
  problems.push(...more);
  const errors = problems.filter(({ raised }) => raised.severity === "error").length;
  return { path, problems, cost: errors + linkCosts(path) + (path.end === "anchor" ? 0 : DEAD_END_COST) };
}

function roleIn({ entries, end }: CandidatePath, index: number): Role {
  if (index === 0) return "leaf";
  return end === "anchor" && index === entries.length - 1 ? "anchor" : "intermediate";
}

/** The cost of what was raised about one certificate; ten thousand bad names are not worse than a few. */
export function certificateCost(raised: readonly Raised[]): number {
  if (raised.length === 0) return 0;
  return Math.min(MAX_CERTIFICATE_COST, raised.filter(({ severity }) => severity === "error").length);
}

/** The cost of a signature; one that does not verify mostly means that this is not the issuer. No rule set can let it pass. */
export function linkCost(link: LinkVerdict): number {
  return link === "good" || link === "unsigned" ? 0 : BAD_LINK_COST;
}

function linkCosts({ links }: CandidatePath): number {
  return links.reduce((sum, link) => sum + linkCost(link), 0);
}

const MAX_CERTIFICATE_COST = 7;
const BAD_LINK_COST = 8;
/** A path that does not reach an anchor explains less than any that does. */
const DEAD_END_COST = 1000;
