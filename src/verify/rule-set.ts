import { CertificateRules } from "./certificate-rules.ts";
import type { FindingCode } from "./explanations/index.ts";
import type { Severity } from "./finding.ts";
import type { CandidatePath } from "./path/candidate-path.ts";
import { type ReadyRule, ready } from "./ready-rule.ts";
import type { PathAmongGiven, Role, RuleFacts } from "./rule.ts";
import { certificateRules, givenRules, pathRules } from "./rules/index.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** What a verdict goes by: how much each finding counts, and a few ways of working. Data only. */
export interface RuleSet {
  readonly name: string;
  readonly summary: string;
  /** Where it differs from the severities that the rules give themselves; "off": not looked for. */
  readonly severities: Readonly<Partial<Record<FindingCode, Severity | "off">>>;
  readonly settings: RuleSettings;
}

export interface RuleSettings {
  /** Whether a path may end at a trusted certificate that is not self-signed. */
  readonly partialChains: boolean;
  /** Whether a trust anchor is a certificate with dates and constraints that count, or only a name and a key. */
  readonly anchors: "certificate" | "name-and-key";
  /** Whether a host name may stand in the common name of a certificate without dNSName. */
  readonly commonNames: boolean;
}

/** The rules of a set, sorted by where they look. */
export interface ActiveRules {
  readonly certificate: Readonly<Record<Role, CertificateRules>>;
  readonly path: readonly ReadyRule<CandidatePath, VerifyRequest>[];
  readonly given: readonly ReadyRule<PathAmongGiven, VerifyRequest>[];
}

const active = new WeakMap<RuleSet, ActiveRules>();

/** The rules that can raise anything under this set. */
export function activeRules(set: RuleSet): ActiveRules {
  const known = active.get(set);
  if (known) return known;
  const rules = select(set);
  active.set(set, rules);
  return rules;
}

export function severityOf(set: RuleSet, rule: RuleFacts, code: FindingCode): Severity | "off" {
  return set.severities[code] ?? rule.severity;
}

function select(set: RuleSet): ActiveRules {
  const counts = (rule: RuleFacts) =>
    [rule.id, ...(rule.raises ?? [])].some((code) => severityOf(set, rule, code) !== "off");
  const at = (role: Role) =>
    new CertificateRules(certificateRules.filter((rule) => rule.roles.includes(role) && counts(rule)));
  const anchor = set.settings.anchors === "certificate" ? at("anchor") : new CertificateRules([]);
  return {
    certificate: { leaf: at("leaf"), intermediate: at("intermediate"), anchor },
    path: pathRules.filter(counts).map(ready),
    given: givenRules.filter(counts).map(ready),
  };
}
