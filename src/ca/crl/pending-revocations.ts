import { type CrlHistory, lastPublished } from "../../store/published-crl.ts";
import type { Store } from "../../store/store.ts";
import { type CrlAuthority, planCrls } from "./crl-plan.ts";

/** How many revocations and lifted holds of an authority no published list tells of yet. */
export function pendingRevocations(store: Store, authority: CrlAuthority): Promise<number> {
  return store.makeCrls(authority.id, async ({ history, entries }) => {
    let pending = 0;
    for (const { shard } of planCrls(authority, "complete")) {
      const since = toldUpTo(history, shard?.index);
      pending += (await entries(since === undefined ? { shard } : { shard, since })).count;
    }
    return pending;
  });
}

function toldUpTo(history: CrlHistory, shard: number | undefined): number | undefined {
  const complete = lastPublished(history, "complete", shard)?.upTo;
  const delta = lastPublished(history, "delta", shard)?.upTo;
  return complete === undefined ? undefined : Math.max(complete, delta ?? 0);
}
