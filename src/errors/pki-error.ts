import { catalogue, type ErrorCode } from "./catalogue.ts";
import type { ExitStatus } from "./entry.ts";

/** What filled the holes of the catalogue's sentence: names, numbers, dates. Never a secret. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

/** The one error class: a stable code, the facts, and the next step. Title and hint live in the catalogue. */
export class PkiError extends Error {
  override readonly name = "PkiError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super(fill(catalogue[code].title, facts), options);
    this.code = code;
    this.facts = facts;
  }

  /** The next step, in words. */
  get hint(): string {
    return fill(catalogue[this.code].hint, this.facts);
  }

  get exitStatus(): ExitStatus {
    return catalogue[this.code].exit;
  }

  get httpStatus(): number {
    return catalogue[this.code].http;
  }
}

/** True for a `PkiError`, of this code when one is given. */
export function isPkiError(error: unknown, code?: ErrorCode): error is PkiError {
  return error instanceof PkiError && (code === undefined || error.code === code);
}

function fill(sentence: string, facts: ErrorFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole));
}
