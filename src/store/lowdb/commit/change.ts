import type { Decide, Decision } from "./decision.ts";
import type { Ledger } from "./ledger.ts";

/** A change on its way into a commit. */
export interface Change {
  decide(ledger: Ledger): Decision<unknown>;
  /** What was decided last is on the disk. */
  done(): void;
  fail(error: unknown): void;
}

/** A change that somebody waits for. */
export class AwaitedChange<T> implements Change {
  readonly value: Promise<T>;
  readonly #decide: Decide<T>;
  #decision: Decision<T> | undefined;
  #resolve: (value: T) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(decide: Decide<T>) {
    this.#decide = decide;
    this.value = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  decide(ledger: Ledger): Decision<T> {
    this.#decision = this.#decide(ledger);
    return this.#decision;
  }

  done(): void {
    if (this.#decision !== undefined) this.#resolve(this.#decision.value);
  }

  fail(error: unknown): void {
    this.#reject(error);
  }
}
