import type { Store } from "../store/store.ts";

/** What the acts of the CA take from outside: where they write, the clock, and where serial numbers come from. */
export interface CaContext {
  readonly store: Store;
  readonly now: () => Date;
  /** Random unless a test wants to know it beforehand. */
  readonly serial?: () => Uint8Array;
}
