import type { ListRow } from "../commands/list.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { table } from "../text/table.ts";
import { relativeText } from "../text/time.ts";
import { statusText } from "./status-text.ts";

export interface ListTerms {
  readonly now: Date;
  /** How many characters fit on a line. */
  readonly width: number;
}

/** What the columns beside the names take, and the least that the names get. */
const OTHER_COLUMNS = 100;
const LEAST_FOR_NAMES = 20;

export function renderList(rows: readonly ListRow[], paint: Paint, { now, width }: ListTerms): string {
  if (rows.length === 0) return "no certificates";
  const forNames = Math.max(LEAST_FOR_NAMES, width - OTHER_COLUMNS);
  const cells = rows.map((row) => [
    namesText(row, forNames),
    statusText(row.status, paint),
    row.notAfter,
    paint.dim(relativeText(new Date(row.notAfter), now)),
    row.profile,
    row.serial,
  ]);
  return table(["names", "status", "valid until", "", "profile", "serial"], cells, paint);
}

/** As many names as fit, and how many more there are: `localhost, 127.0.0.1, +2`. */
function namesText({ san, subject }: ListRow, width: number): string {
  const names = (san.length === 0 ? [subject] : san).map(printable);
  for (let shown = names.length; shown > 0; shown--) {
    const more = names.length - shown;
    const text = [...names.slice(0, shown), ...(more === 0 ? [] : [`+${more}`])].join(", ");
    if (text.length <= width || shown === 1) return text;
  }
  return "";
}
