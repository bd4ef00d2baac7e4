import type { RuleRunner } from "../rule-runner.ts";
import type { VerifyRequest } from "../verify-request.ts";
import type { CandidatePath, LinkVerdict, PathEnd } from "./candidate-path.ts";
import type { CertificatePool, PoolEntry } from "./certificate-pool.ts";
import { deadEnd, hangingFromAnchors } from "./dead-end.ts";
import { Frontier } from "./frontier.ts";
import { certificateCost, type JudgedPath, linkCost } from "./judged-path.ts";
import { PathStep } from "./path-step.ts";
import { rankIssuers } from "./rank-issuers.ts";
import { SignatureChecker } from "./signature-checker.ts";

/** What the search came to. */
export interface SearchOutcome {
  /** The valid path, or else the most promising one; undefined when the budget allowed none. */
  readonly best: JudgedPath | undefined;
  /** The other ways, each with what is wrong with it. */
  readonly tried: readonly JudgedPath[];
  /** Whether the budget ran out before any path was whole, or while a valid one might still have been found. */
  readonly cutShort: boolean;
}

/** What is to be done next with a step: judge the certificate, check its signature on the one below, look for issuers. */
interface Task {
  readonly stage: "judge" | "link" | "extend" | "extend-like";
  readonly step: PathStep;
  readonly cost: number;
}

/** How many failed ways are kept to be shown. */
const MAX_TRIED = 50;

/**
 * Looks for a path from the leaf to a trust anchor (RFC 4158). Best first: every step costs what is wrong with it, so that a path without
 * errors is found before all others, and where there is none the least bad one explains the failure.
 */
export class PathSearch {
  readonly #pool: CertificatePool;
  readonly #request: VerifyRequest;
  readonly #runner: RuleRunner;
  readonly #judgePath: (path: CandidatePath) => JudgedPath;
  readonly #signatures: SignatureChecker;
  readonly #frontier = new Frontier<Task>();
  readonly #others: JudgedPath[] = [];
  #best: JudgedPath | undefined;
  #hanging: readonly PoolEntry[] | undefined;

  constructor(pool: CertificatePool, runner: RuleRunner, judge: (path: CandidatePath) => JudgedPath) {
    this.#pool = pool;
    this.#request = runner.request;
    this.#runner = runner;
    this.#judgePath = judge;
    this.#signatures = new SignatureChecker(runner.request.budget);
  }

  /** Searches; once. */
  run(leaf: PoolEntry): SearchOutcome {
    this.#frontier.push({ stage: "judge", step: new PathStep(leaf), cost: 0 });
    let task = this.#frontier.pop();
    while (task && this.#mayBeBetter(task) && this.#advance(task)) task = this.#frontier.pop();
    const cutShort = this.#best === undefined || (task?.cost === 0 && this.#mayBeBetter(task));
    return { best: this.#best, tried: this.#tried(), cutShort };
  }

  #mayBeBetter(task: Task): boolean {
    return this.#best === undefined || task.cost < this.#best.cost;
  }

  /** False when the budget is spent. */
  #advance({ stage, step, cost }: Task): boolean {
    if (!this.#request.budget.spend("steps")) return false;
    switch (stage) {
      case "judge":
        return this.#judge(step, cost);
      case "link":
        return this.#link(step, cost);
      case "extend":
        return this.#extend(step, cost);
      case "extend-like":
        return this.#extendLike(step, cost);
    }
  }

  #judge(step: PathStep, cost: number): boolean {
    const role = step.below === undefined ? "leaf" : this.#isAnchor(step.entry) ? "anchor" : "intermediate";
    const extra = certificateCost(this.#runner.certificate(step.entry, role));
    const stage = step.below && step.link === undefined ? "link" : "extend";
    return this.#goOn({ stage, step, cost: cost + extra }, extra);
  }

  /** What costs nothing more comes next anyhow. */
  #goOn(task: Task, extra: number): boolean {
    if (extra === 0) return this.#advance(task);
    this.#frontier.push(task);
    return true;
  }

  #link(step: PathStep, cost: number): boolean {
    const child = step.below as PathStep;
    const link = this.#signatures.verdict(child.entry.certificate, step.entry);
    if (link === undefined) return false;
    const extra = link === "not-yet" ? 0 : linkCost(link);
    return this.#goOn({ stage: "extend", step: step.withLink(link), cost: cost + extra }, extra);
  }

  #extend(step: PathStep, cost: number): boolean {
    if (this.#isAnchor(step.entry)) return this.#finish(step, "anchor");
    this.#frontier.push({ stage: "extend-like", step, cost });
    this.#pushIssuers(step, cost, this.#pool.withSubjectDer(step.entry.certificate.issuer));
    return true;
  }

  /** After all issuers whose name is the same octet by octet have failed, or when there is none. */
  #extendLike(step: PathStep, cost: number): boolean {
    const { issuer } = step.entry.certificate;
    this.#pushIssuers(step, cost, this.#pool.withSubjectLike(issuer));
    const namesakes = [...this.#pool.withSubjectDer(issuer), ...this.#pool.withSubjectLike(issuer)];
    const end = this.#end(
      step,
      namesakes.filter((entry) => entry !== step.entry),
    );
    return end === undefined || this.#finish(step, end);
  }

  #pushIssuers(step: PathStep, cost: number, namesakes: readonly PoolEntry[]): void {
    if (namesakes.length === 0) return;
    const issuers = namesakes.filter((entry) => !step.holds(entry) && !this.#isTooDeep(step, entry));
    const link = this.#unneeded(step, issuers.length === 1);
    for (const entry of rankIssuers(step.entry.certificate, issuers, this.#request.at))
      this.#frontier.push({ stage: "judge", step: new PathStep(entry, step, link), cost });
  }

  /** What to say of a signature that need not be checked, or not yet; undefined when it must be. */
  #unneeded(child: PathStep, isOnlyIssuer: boolean): LinkVerdict | undefined {
    if (child.below === undefined && this.#request.unsignedLeaf) return "unsigned";
    return isOnlyIssuer ? "unchecked" : undefined;
  }

  /** Why there is no way on from here; undefined when there is one. */
  #end(step: PathStep, namesakes: readonly PoolEntry[]): PathEnd | undefined {
    const unlooped = namesakes.filter((entry) => !step.holds(entry));
    if (unlooped.length > 0) return unlooped.every((entry) => this.#isTooDeep(step, entry)) ? "too-deep" : undefined;
    if (step.entry.from === "trust") return "not-a-root";
    this.#hanging ??= hangingFromAnchors(this.#pool);
    return deadEnd(step, namesakes.length > 0, this.#hanging, this.#signatures);
  }

  #isTooDeep(step: PathStep, entry: PoolEntry): boolean {
    const { maxDepth } = this.#request;
    return step.index >= maxDepth && !this.#isAnchor(entry) && step.intermediatesWith(entry) > maxDepth;
  }

  #isAnchor({ from, certificate }: PoolEntry): boolean {
    return from === "trust" && (this.#request.rules.settings.partialChains || certificate.isSelfIssued);
  }

  /** Judges the path as a whole. A dead end is no path that could be valid, so that it costs no budget. */
  #finish(step: PathStep, end: PathEnd): boolean {
    if (end === "anchor" && !this.#request.budget.spend("paths")) return false;
    const path = this.#signatures.settle(step.toPath(end));
    if (path === undefined) return false;
    const judged = this.#judgePath(path);
    const better = this.#best === undefined || isBetter(judged, this.#best);
    const other = better ? this.#best : judged;
    if (better) this.#best = judged;
    if (other && this.#others.length < MAX_TRIED) this.#others.push(other);
    return true;
  }

  #tried(): readonly JudgedPath[] {
    const givenUp = this.#frontier
      .rest(1)
      .slice(0, MAX_TRIED - this.#others.length)
      .map(({ step }) => this.#judgePath(step.toPath("given-up")));
    const all = [...this.#others, ...givenUp];
    const known = this.#best ? [...all, this.#best] : all;
    return all.filter((one) => !known.some((other) => isPartOf(one, other)));
  }
}

/** Less wrong with it; or as much, and it got further. */
function isBetter(one: JudgedPath, other: JudgedPath): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.path.entries.length > other.path.entries.length);
}

/** True when the other path goes on where this one ends. */
function isPartOf({ path: one }: JudgedPath, { path: other }: JudgedPath): boolean {
  return (
    one.entries.length < other.entries.length && one.entries.every((entry, place) => entry === other.entries[place])
  );
}
