import { isPkiError } from "../errors/pki-error.ts";
import type { FindingCode } from "./explanations/index.ts";
import type { Problem, Severity } from "./finding.ts";
import type { CandidatePath } from "./path/candidate-path.ts";
import type { PoolEntry } from "./path/certificate-pool.ts";
import type { Given } from "./path/given.ts";
import type { ReadyRule } from "./ready-rule.ts";
import type { Outcome, Role, RuleFacts } from "./rule.ts";
import { type ActiveRules, activeRules, severityOf } from "./rule-set.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** What a rule raised, before it is a finding of a certain path. */
export interface Raised {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly rule: RuleFacts;
  readonly problem: Problem;
}

const nothing: readonly Raised[] = [];
const unreadable: ReadonlySet<FindingCode> = new Set(["malformed-der", "malformed-extension", "bad-time-encoding"]);
const crash: RuleFacts = {
  id: "rule-crashed",
  severity: "error",
  citation: "rootcause",
  summary: "A check that fails by itself counts as not passed.",
};

/** Runs the rules of a request's set. A rule that throws becomes a finding, and the others still run. */
export class RuleRunner {
  readonly request: VerifyRequest;
  readonly #rules: ActiveRules;
  readonly #judged: Readonly<Record<Role, Map<PoolEntry, readonly Raised[]>>> = {
    leaf: new Map(),
    intermediate: new Map(),
    anchor: new Map(),
  };

  constructor(request: VerifyRequest) {
    this.request = request;
    this.#rules = activeRules(request.rules);
  }

  /** What the rules say of one certificate, each asked once. */
  certificate(entry: PoolEntry, role: Role): readonly Raised[] {
    const judged = this.#judged[role];
    const known = judged.get(entry);
    if (known) return known;
    const context = { role, request: this.request, entry };
    const rules = this.#rules.certificate[role].for(entry.certificate);
    const raised = this.#run(rules, entry.certificate, context, false);
    judged.set(entry, raised);
    return raised;
  }

  /** What the rules that look at the whole say of a path. `hasUnreadable`: some certificate of it is known not to decode. */
  path(path: CandidatePath, hasUnreadable: boolean): readonly Raised[] {
    return this.#run(this.#rules.path, path, this.request, hasUnreadable);
  }

  /** What the rules that look beside the path say. */
  given(path: CandidatePath, given: Given): readonly Raised[] {
    const places = given.sent.map((one) => path.entries.findIndex(({ certificate }) => certificate.equals(one)));
    return this.#run(this.#rules.given, { path, given, places }, this.request, true);
  }

  // What cannot be read is reported once, by the rules whose job that is; the others pass over it.
  #run<Subject, Context>(
    rules: readonly ReadyRule<Subject, Context>[],
    subject: Subject,
    context: Context,
    hasUnreadable: boolean,
  ): readonly Raised[] {
    let raised: Raised[] | undefined;
    let misread: Raised | undefined;
    for (const { rule, applies, check } of rules) {
      try {
        if (applies?.(subject, context) === false) continue;
        const outcome = check(subject, context);
        if (outcome === undefined) continue;
        raised ??= [];
        this.#raise(raised, rule, outcome);
      } catch (error) {
        const crashed = crashOf(rule, error);
        if (isPkiError(error)) misread ??= crashed;
        else raised = [...(raised ?? []), crashed];
      }
    }
    if (misread && !hasUnreadable && !raised?.some(isUnreadable)) return [...(raised ?? []), misread];
    return raised ?? nothing;
  }

  #raise(raised: Raised[], rule: RuleFacts, outcome: NonNullable<Outcome>): void {
    const problems = typeof outcome === "string" ? [{ message: outcome }] : [outcome].flat();
    for (const problem of problems) {
      const code = problem.code ?? rule.id;
      const severity = severityOf(this.request.rules, rule, code);
      if (severity !== "off") raised.push({ code, severity: problem.severity ?? severity, rule, problem });
    }
  }
}

/** True when it says that something could not be read. */
export function isUnreadable({ code }: Raised): boolean {
  return unreadable.has(code);
}

function crashOf(rule: RuleFacts, error: unknown): Raised {
  const message = `the rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`;
  return { code: crash.id, severity: crash.severity, rule: crash, problem: { message } };
}
