/** A line that mattered, cut where nobody reads on. */
const LONGEST_LINE = 400;

/** The line, or of a long one the part around the message. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset) + 1;
  const next = text.indexOf("\n", offset);
  const line = text.slice(start, next < 0 ? text.length : next).trimEnd();
  if (line.length <= LONGEST_LINE) return line.trim();
  const from = Math.max(0, offset - start - LONGEST_LINE / 4);
  return `${from > 0 ? "…" : ""}${line.slice(from, from + LONGEST_LINE).trim()}`;
}
