const second = 1000;
const units = [
  ["year", 365.25 * 86_400 * second],
  ["day", 86_400 * second],
  ["hour", 3600 * second],
  ["minute", 60 * second],
  ["second", second],
] as const;

/** `2027-02-21T12:59:59Z`: RFC 3339 without fractions. */
export function timeText(date: Date): string {
  return date.toISOString().replace(".000", "");
}

/** "12 days", "2 years", "under a second". */
export function durationText(ms: number): string {
  const [unit, size] = units.find(([, size]) => Math.abs(ms) >= 2 * size) ?? ["second", second];
  const count = Math.floor(Math.abs(ms) / size);
  return count === 0 ? "under a second" : `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** "in 12 days", "3 hours ago". */
export function relativeText(date: Date, now: Date): string {
  const ms = date.getTime() - now.getTime();
  return ms >= 0 ? `in ${durationText(ms)}` : `${durationText(ms)} ago`;
}
