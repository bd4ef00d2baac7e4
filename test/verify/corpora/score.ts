import { answerCase } from "../../../src/cli/verify/answer-case.ts";
import type { Finding } from "../../../src/verify/finding.ts";
import { familiesOf } from "./families.ts";
import type { VerificationCase } from "./vcases.ts";

/** A case that we answer otherwise on purpose. */
export interface Exception {
  readonly id: string;
  readonly expected: "accept" | "reject";
  readonly ours: "accept" | "reject";
  readonly reason: string;
  /** What the RFC says, word by word. */
  readonly rfc: string;
}

/** An answer of `verify --batch`. */
interface Answer {
  readonly valid: boolean;
  readonly findings: readonly Pick<Finding, "code" | "severity" | "index">[];
  readonly error?: unknown;
}

export interface Scored {
  readonly one: VerificationCase;
  readonly answer: Answer;
  readonly errors: Answer["findings"];
}

/** Answers every case as `verify --batch` would. */
export function score(cases: readonly VerificationCase[], rules = "rfc5280"): readonly Scored[] {
  return cases.map((one) => {
    const answer = JSON.parse(answerCase(JSON.stringify({ ...one.line, rules }))) as Answer;
    return { one, answer, errors: answer.findings.filter(({ severity }) => severity === "error") };
  });
}

/** "pkits::4.1.1: reject", for each case whose answer is not the expected one. Soft cases may be answered either way. */
export function wrongAnswers(scored: readonly Scored[]): readonly string[] {
  return scored
    .filter(({ one, answer }) => one.soft !== true && answer.valid !== (one.x === "accept"))
    .map(({ one, answer }) => `${one.id}: ${answer.valid ? "accept" : "reject"}`);
}

/** What the exceptions say will be wrong: no more, and no less. */
export function asAnswers(exceptions: readonly Exception[]): readonly string[] {
  return exceptions.map(({ id, ours }) => `${id}: ${ours}`);
}

/** The cases that are rightly refused and say for what. */
export function explained(scored: readonly Scored[]): readonly Scored[] {
  return scored.filter(({ one, answer }) => one.x === "reject" && !answer.valid && one.fam !== undefined);
}

/** True when the headline is of a family that the case expects. */
export function headlineFits({ one, errors }: Scored): boolean {
  const families = familiesOf(errors[0]?.code ?? "");
  return one.fam?.some((family) => families.includes(family)) === true;
}

/** True when some finding, whatever its severity, is of a family that the case expects. */
export function isMentioned({ one, answer }: Scored): boolean {
  return answer.findings.some(({ code }) => familiesOf(code).some((family) => one.fam?.includes(family)));
}

/** True when every group of reasons of a case with several is named. */
export function namesAll({ one, errors }: Scored): boolean {
  const named = errors.flatMap(({ code }) => familiesOf(code));
  return one.all?.every((group) => group.some((family) => named.includes(family))) === true;
}

/** True when an error of the right family speaks of the right certificate. */
export function isLocated({ one, errors }: Scored): boolean {
  return errors.some(({ code, index }) => index === one.at && familiesOf(code).some((name) => one.fam?.includes(name)));
}

/** The part of `of` that `is` holds for; 1 when there is nothing. */
export function share<T>(of: readonly T[], is: (one: T) => boolean): number {
  return of.length === 0 ? 1 : of.filter(is).length / of.length;
}
