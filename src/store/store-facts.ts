import type { Intent } from "./certificate-record.ts";

/** The state of a store, for `doctor`. */
export interface StoreFacts {
  readonly driver: string;
  readonly format: number;
  readonly id: string;
  readonly createdAt: string;
  readonly authorities: number;
  readonly certificates: number;
  readonly auditEntries: number;
  /** Reserved and neither recorded nor abandoned. */
  readonly pending: readonly Intent[];
  readonly problems: readonly StoreProblem[];
}

export interface StoreProblem {
  readonly code: "torn-entry" | "damaged-journal" | "stale-index" | "open-permissions" | "missing-key" | "unknown-key";
  /** The file or folder, relative to the store. */
  readonly path: string;
  readonly message: string;
  /** The next step, in words. */
  readonly hint: string;
}

export interface SettleOptions {
  /** Intents reserved before this time are taken as cut off. A running process may still be signing a younger one. RFC 3339. */
  readonly reservedBefore: string;
}

export interface Settlement {
  /** The serial numbers of the intents that were given up. */
  readonly abandoned: readonly string[];
  /** What was repaired, a sentence each. */
  readonly repaired: readonly string[];
}
