import { type CrlHistory, lastPublished, NO_CRLS, type PublishedCrl } from "../../store/published-crl.ts";
import { type CrlAuthority, type PlannedCrl, planCrls } from "./crl-plan.ts";

/** In the last part of its period a list should have a successor: there is still time to find out why it has none. */
const LAST_PART = 1 / 3;

/**
 * `fresh`: no need to do anything. `due`: its end is near. `late`: clients refuse it, and with it every certificate that it covers.
 * `missing`: it was never published.
 */
export type Freshness = "fresh" | "due" | "late" | "missing";

/** How it stands with one list of an authority. */
export interface CrlState {
  readonly planned: PlannedCrl;
  readonly published: PublishedCrl | undefined;
  readonly freshness: Freshness;
}

/** Every list that the authority is to keep in place, deltas too when it has URLs for them. */
export function crlStates(
  authority: CrlAuthority & { readonly crls?: CrlHistory | undefined },
  now: Date,
): readonly CrlState[] {
  const { crls = NO_CRLS, urls } = authority;
  const deltas = (urls?.deltaCrl ?? []).length === 0 ? [] : planCrls(authority, "delta");
  return [...planCrls(authority, "complete"), ...deltas].map((planned) => {
    const published = lastPublished(crls, planned.kind, planned.shard?.index);
    return { planned, published, freshness: freshnessOf(published, now) };
  });
}

/** Up to which entry of the audit log the lists of a shard tell; undefined when it has none. */
export function toldUpTo(crls: CrlHistory, shard: number | undefined): number | undefined {
  const complete = lastPublished(crls, "complete", shard)?.upTo;
  const delta = lastPublished(crls, "delta", shard)?.upTo;
  return complete === undefined ? undefined : Math.max(complete, delta ?? 0);
}

function freshnessOf(published: PublishedCrl | undefined, now: Date): Freshness {
  if (published === undefined) return "missing";
  const [from, until] = [Date.parse(published.thisUpdate), Date.parse(published.nextUpdate)];
  if (now.getTime() > until) return "late";
  return until - now.getTime() < LAST_PART * (until - from) ? "due" : "fresh";
}
