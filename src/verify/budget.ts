/** What verification may spend, each in pieces of work. */
export interface BudgetLimits {
  /** Signatures checked: Go and rustls-webpki stop at 100 too. */
  readonly signatures: number;
  /** Partial paths looked at. */
  readonly steps: number;
  /** Whole paths judged. */
  readonly paths: number;
  /** A name compared with a name constraint: rustls-webpki stops here too, OpenSSL and BoringSSL at 2^20. */
  readonly constraintComparisons: number;
}

export const defaultBudget = {
  signatures: 100,
  steps: 4000,
  paths: 100,
  constraintComparisons: 250_000,
} as const;
defaultBudget satisfies BudgetLimits;

const words: Readonly<Record<keyof BudgetLimits, string>> = {
  signatures: "signature checks",
  steps: "partial paths",
  paths: "whole paths",
  constraintComparisons: "comparisons of names with constraints",
};

/** Counts work down. What is spent stays spent, and the first exhaustion is remembered. */
export class Budget {
  readonly #left: Record<keyof BudgetLimits, number>;
  readonly #limits: BudgetLimits;
  #exhausted: keyof BudgetLimits | undefined;

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
    this.#left = { ...limits };
  }

  /** Takes pieces of work; false when they are not left. */
  spend(kind: keyof BudgetLimits, pieces = 1): boolean {
    if (this.#left[kind] < pieces) {
      this.#exhausted ??= kind;
      return false;
    }
    this.#left[kind] -= pieces;
    return true;
  }

  /** What ran out first, in words with its limit; undefined when nothing did. */
  get exhausted(): string | undefined {
    return this.#exhausted && `${this.#limits[this.#exhausted]} ${words[this.#exhausted]}`;
  }
}
