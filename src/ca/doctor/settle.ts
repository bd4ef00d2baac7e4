import type { Settlement } from "../../store/store-facts.ts";
import type { CaContext } from "../context.ts";
import { CUT_OFF_AFTER_MS } from "./pending-issuances.ts";

export interface SettleStoreOptions {
  /** How long ago an issuance must have begun to count as cut off. Zero is right when no other process uses the store. */
  readonly cutOffAfterMs?: number | undefined;
}

/** Puts right what can be put right without losing anything: gives up issuances that were cut off, closes open permissions, and so on. */
export async function settle(
  { store, now }: CaContext,
  { cutOffAfterMs = CUT_OFF_AFTER_MS }: SettleStoreOptions = {},
): Promise<Settlement> {
  return store.settle({ reservedBefore: new Date(now().getTime() - cutOffAfterMs).toISOString() });
}
