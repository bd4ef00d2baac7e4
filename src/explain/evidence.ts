import type { Hit, Reading } from "./match/reading.ts";

/** The messages that count: those that the program may print, of each table the most specific, and those without a reason if none has one. */
export function evidenceOf({ hits, program }: Reading): readonly Hit[] {
  const own = program === undefined ? [] : hits.filter(({ table }) => program.speaks.includes(table));
  const heard = own.length > 0 ? own : hits;
  const atLeast = Math.min(1, Math.max(...heard.map(({ message }) => message.specificity)));
  const counting = heard.filter(({ message }) => message.specificity >= atLeast);
  return counting.filter(
    ({ table, message }) =>
      !counting.some((other) => other.table === table && other.message.specificity > message.specificity),
  );
}
