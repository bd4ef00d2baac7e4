import { crlStates, type Freshness } from "../../ca/crl/crl-state.ts";
import { pendingRevocations } from "../../ca/crl/pending-revocations.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Store } from "../../store/store.ts";
import type { Paint } from "../paint.ts";
import { columns } from "../text/columns.ts";
import { relativeText, timeText } from "../text/time.ts";

/** What `crl --check` answers for one CA. */
export interface CrlCheckReport {
  readonly ca: string;
  readonly id: string;
  /** Revocations that no published list tells of. */
  readonly pending: number;
  readonly lists: readonly CrlCheck[];
  readonly fresh: boolean;
}

interface CrlCheck {
  readonly kind: "complete" | "delta";
  readonly shard?: number;
  readonly number?: number;
  readonly nextUpdate?: string;
  readonly state: Freshness;
}

export async function checkReport(store: Store, record: AuthorityRecord, now: Date): Promise<CrlCheckReport> {
  const { id, name: ca } = record;
  const lists = crlStates(record, now).map(({ planned: { kind, shard }, published, freshness }) => ({
    kind,
    ...(shard === undefined ? {} : { shard: shard.index }),
    ...(published === undefined
      ? {}
      : { number: published.number, nextUpdate: timeText(new Date(published.nextUpdate)) }),
    state: freshness,
  }));
  const pending = await pendingRevocations(store, record);
  return { ca, id, pending, lists, fresh: pending === 0 && lists.every(({ state }) => state === "fresh") };
}

export function renderCheck({ ca, id, pending, lists, fresh }: CrlCheckReport, paint: Paint, now: Date): string {
  const verdict = fresh ? paint.green("fresh") : paint.red(`needs \`rootcause crl --ca ${id}\``);
  const waiting = pending === 0 ? [] : [`  revocations that are on no list yet: ${pending}`];
  const rows = lists.map(({ kind, shard, number, nextUpdate, state }) => {
    const what = shard === undefined ? kind : `${kind}, shard ${shard}`;
    const until = nextUpdate === undefined ? "" : `, until ${nextUpdate}, ${relativeText(new Date(nextUpdate), now)}`;
    return [what, number === undefined ? state : `${state}: number ${number}${until}`] as const;
  });
  return [`${paint.bold(ca)}: ${verdict}`, ...waiting, ...columns(rows, paint)].join("\n");
}
