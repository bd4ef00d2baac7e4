import type { StoreEvent } from "../journal/entry.ts";
import type { Ledger } from "./ledger.ts";

/** A change, decided: what is written about it, and what the caller gets once that is on the disk. Without an event nothing is written. */
export interface Decision<T> {
  readonly event?: StoreEvent;
  readonly value: T;
  /** Private keys that the event tells of. */
  readonly keys?: readonly StagedKey[];
}

export interface StagedKey {
  readonly id: string;
  readonly pem: string;
}

/** Looks at the state of the store and decides. It may be asked again, so it changes nothing. */
export type Decide<T> = (ledger: Ledger) => Decision<T>;
