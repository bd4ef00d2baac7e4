import type { Store } from "../../store/store.ts";
import { type CrlAuthority, planCrls } from "./crl-plan.ts";
import { toldUpTo } from "./crl-state.ts";

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
