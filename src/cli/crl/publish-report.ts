import type { CrlPublication } from "../../ca/crl/publish-crls.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import { shortPath } from "../ca/delivery.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { countText } from "../text/count.ts";
import { relativeText, timeText } from "../text/time.ts";

/** What `crl` answers for one CA: the lists that are in place now, or why none was made. */
export interface CrlReport {
  readonly ca: string;
  readonly id: string;
  readonly lists: readonly CrlPublication[];
  readonly skipped?: string;
}

export function publishReport(
  context: Context,
  { id, name: ca }: AuthorityRecord,
  publications: readonly CrlPublication[],
): CrlReport {
  const lists = publications.map((list) => ({
    ...list,
    thisUpdate: timeText(new Date(list.thisUpdate)),
    nextUpdate: timeText(new Date(list.nextUpdate)),
    file: shortPath(context, list.file),
  }));
  return { ca, id, lists };
}

export function renderPublished({ ca, lists, skipped }: CrlReport, paint: Paint, now: Date): string {
  if (skipped !== undefined) return `${paint.yellow("left as it is")} ${paint.bold(ca)}: ${skipped}`;
  return lists.flatMap((list) => [headline(ca, list, paint), ...columns(rows(list, now), paint)]).join("\n");
}

function headline(ca: string, { kind, shard, number, base }: CrlPublication, paint: Paint): string {
  const what = kind === "delta" ? `delta CRL ${number} to CRL ${base}` : `CRL ${number}`;
  return `${paint.green("published")} ${paint.bold(ca)}, ${what}${shard === undefined ? "" : `, shard ${shard}`}`;
}

function rows({ file, byteLength, entries, reasons, thisUpdate, nextUpdate }: CrlPublication, now: Date): Row[] {
  const why = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  const revoked: Row = why.length === 0 ? ["revoked", "none"] : ["revoked", `${entries}`, why.join(", ")];
  return [
    ["file", file, `${countText(byteLength)} bytes`],
    revoked,
    ["thisUpdate", thisUpdate],
    ["nextUpdate", nextUpdate, relativeText(new Date(nextUpdate), now)],
  ];
}
