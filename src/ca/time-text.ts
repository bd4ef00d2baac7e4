/**
 * Writes times as ISO 8601 and remembers the last one: certificates of one second share their period, and a date takes as long to write
 * as a fiftieth of a signature.
 */
export function timeText(): (at: Date) => string {
  let last = Number.NaN;
  let text = "";
  return (at) => {
    const ms = at.getTime();
    if (ms !== last) text = at.toISOString();
    last = ms;
    return text;
  };
}
