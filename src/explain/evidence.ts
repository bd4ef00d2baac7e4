import type { Hit, Reading } from "./match/reading.ts";

/** The messages that count: those that the program may print, of each table the most specific, and none that says only that it failed. */
export function evidenceOf({ hits, program }: Reading): readonly Hit[] {
  const own = program === undefined ? [] : hits.filter(({ table }) => program.speaks.includes(table));
  const heard = own.length > 0 ? own : hits;
  const specific = heard.filter(({ message }) => message.specificity > 0);
  const counting = specific.length > 0 ? specific : heard;
  return counting.filter(
    ({ table, message }) =>
      !counting.some((other) => other.table === table && other.message.specificity > message.specificity),
  );
}
