import { resolve } from "node:path";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import { NO_CRLS, type PublishedCrl } from "../../store/published-crl.ts";
import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { planCrls } from "./crl-plan.ts";
import { pendingRevocations } from "./pending-revocations.ts";
import { type CrlPublication, type PublishCrlsOptions, publishCrls } from "./publish-crls.ts";

const DAY_MS = 86_400_000;

/** How the lists of an authority stand: there are none, they lack something that was revoked, or they tell it all. */
export async function publicationState(
  { store }: CaContext,
  record: AuthorityRecord,
): Promise<"none" | "behind" | "complete"> {
  if (!(record.crls ?? NO_CRLS).published.some(({ kind }) => kind === "complete")) return "none";
  return (await pendingRevocations(store, record)) > 0 ? "behind" : "complete";
}

/**
 * Publishes anew what is in place, where and for how long it was put there; only deltas, where the authority has them.
 * @param folder where what is published lies. @throws PkiError those of `publishCrls`
 */
export function republishCrls(
  context: CaContext,
  authority: Authority,
  { crls = NO_CRLS }: AuthorityRecord,
  folder: string,
): Promise<readonly CrlPublication[]> {
  const last = crls.published.find(({ kind }) => kind === "complete");
  const hasDeltas = (authority.urls?.deltaCrl ?? []).length > 0;
  return publishCrls(context, authority, { folder, ...(hasDeltas ? { delta: true } : last && sameAs(last, folder)) });

  function sameAs(list: PublishedCrl, where: string): Omit<PublishCrlsOptions, "folder"> {
    const isInFolder = planCrls(authority, "complete").some(({ file }) => resolve(where, file) === list.file);
    const period = Date.parse(list.nextUpdate) - Date.parse(list.thisUpdate);
    return { file: isInFolder ? undefined : list.file, days: Math.max(1, Math.round(period / DAY_MS)) };
  }
}
