import type { PresentedText } from "./presented-names.ts";

/** How many names are measured: a person reads one suggestion, and a certificate may hold ten thousand. */
const MAX_CANDIDATES = 100;

/** The name that differs from `asked` in the fewest letters; undefined when there is none. */
export function nearestName(asked: string, names: readonly PresentedText[]): PresentedText | undefined {
  let nearest: PresentedText | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names.slice(0, MAX_CANDIDATES)) {
    const distance = editDistance(asked, name.text);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Levenshtein's distance: insertions, deletions and substitutions of one letter. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(substitute, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  return row[b.length] as number;
}
