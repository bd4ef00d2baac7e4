import { type CrlReason, crlReasonOf, crlReasons } from "../../../x509/extensions/reason-code.ts";
import type { CrlEntries, CrlSelection } from "../../crl-session.ts";
import { FACT_BYTES, lengthAt, notAfterAt, reasonAt, seqAt, serialEndAt, startAt } from "./fact.ts";
import type { FactPage, RevocationList } from "./revocation-list.ts";
import { supersededFacts } from "./superseded.ts";

/** The entries that a CRL is to hold: counted in one pass over the facts, and copied in another when they are asked for. */
export function selectEntries(list: RevocationList, selection: CrlSelection): CrlEntries {
  const selects = selector(selection, supersededFacts(list));
  const counts = new Map<number, number>();
  let count = 0;
  let byteLength = 0;
  for (const page of list.pages()) {
    for (let at = 0; at < page.facts.length; at += FACT_BYTES) {
      if (!selects(page, at)) continue;
      const reason = reasonAt(page.facts, at);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      count++;
      byteLength += lengthAt(page.facts, at);
    }
  }
  const reasons = Object.fromEntries([...counts].map(([reason, times]) => [crlReasonOf(reason) as CrlReason, times]));
  return {
    count,
    reasons,
    upTo: list.mark.journal.seq,
    byteLength,
    async *chunks() {
      for (const page of list.pages()) {
        const chunk = selectedOf(page, list.entriesOf(page), selects);
        if (chunk.length > 0) yield chunk;
      }
    },
  };
}

type Selects = (page: FactPage, at: number) => boolean;

function selector({ since = -1, told, shard }: CrlSelection, superseded: ReadonlySet<number>): Selects {
  const isDelta = since >= 0;
  const toldTime = told === undefined ? 0 : Date.parse(told.time) / 1000;
  const toldUpTo = told?.upTo ?? 0;
  const shardMask = (shard?.of ?? 1) - 1;
  const shardIndex = shard?.index ?? 0;
  return ({ facts, first }, at) =>
    (serialEndAt(facts, at) & shardMask) === shardIndex &&
    seqAt(facts, at) > since &&
    (isDelta || reasonAt(facts, at) !== crlReasons.removeFromCRL) &&
    !(notAfterAt(facts, at) < toldTime && seqAt(facts, at) <= toldUpTo) &&
    (superseded.size === 0 || !superseded.has(first + at / FACT_BYTES));
}

/** Moves the selected entries together, in place, run by run. */
function selectedOf(page: FactPage, entries: Buffer, selects: Selects): Buffer {
  const { facts } = page;
  const base = startAt(facts, 0);
  let kept = 0;
  let runStart = 0;
  let runEnd = 0;
  const keepRun = () => {
    if (kept !== runStart) entries.copyWithin(kept, runStart, runEnd);
    kept += runEnd - runStart;
  };
  for (let at = 0; at < facts.length; at += FACT_BYTES) {
    if (!selects(page, at)) continue;
    const start = startAt(facts, at) - base;
    if (start !== runEnd) {
      keepRun();
      runStart = start;
    }
    runEnd = start + lengthAt(facts, at);
  }
  keepRun();
  return entries.subarray(0, kept);
}
