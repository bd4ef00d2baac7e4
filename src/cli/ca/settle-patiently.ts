import { setTimeout as wait } from "node:timers/promises";
import type { CaContext } from "../../ca/context.ts";
import { settle } from "../../ca/doctor/settle.ts";
import type { Settlement } from "../../store/store-facts.ts";
import type { Context } from "../context.ts";

/** From its reservation on, an issuance takes milliseconds, with a slow token seconds. */
const PATIENCE_MS = 10_000;
/** What may lie between asking for a serial number and having it on the disk. */
const COMMIT_MS = 1_000;

/** Settles the store. What another process may be issuing right now gets time to be recorded before it counts as cut off. */
export async function settlePatiently(context: Context, ca: CaContext): Promise<Settlement> {
  const begun = (await ca.store.pending()).map(({ requestedAt }) => Date.parse(requestedAt));
  const youngest = Math.max(...begun);
  const patience = youngest + PATIENCE_MS - context.now().getTime();
  if (patience > 0) {
    context.output.note(`rootcause: an issuance may be under way; waiting ${Math.ceil(patience / 1000)} s for it`);
    await wait(Math.min(patience, PATIENCE_MS) + COMMIT_MS);
  }
  return settle(ca, { cutOffAfterMs: PATIENCE_MS });
}
