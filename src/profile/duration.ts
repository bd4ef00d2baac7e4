/** Seconds in each unit that a profile may write. A year is 365 days: a period is a count, not a calendar date. */
const units = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 } as const;
type Unit = keyof typeof units;

/** What a duration looks like, for messages and docs. */
export const DURATION_FORM = "a whole number and one of s, min, h, d, w, y, such as 90d or 24h";

/** `"90d"` to seconds; undefined when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,10})(s|min|h|d|w|y)$/.exec(text) ?? [];
  return unit === undefined ? undefined : Number(count) * units[unit as Unit];
}

/** Seconds in the largest unit that says them exactly, but days rather than weeks: `"90d"`. */
export function durationText(seconds: number): string {
  const unit = (["y", "d", "h", "min"] as const).find((name) => seconds >= units[name] && seconds % units[name] === 0);
  return unit === undefined ? `${seconds}s` : `${seconds / units[unit]}${unit}`;
}
