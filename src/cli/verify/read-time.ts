import { PkiError } from "../../errors/pki-error.ts";

const RFC_3339 = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?)?$/;

/** A time as RFC 3339 writes it; without an offset it is UTC, and a date alone is its midnight. @throws PkiError ERR_USAGE */
export function readTime(text: string): Date {
  const zoned = /T/i.test(text) && !/([Zz]|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text;
  const time = new Date(zoned.replace(" ", "T"));
  if (RFC_3339.test(text) && !Number.isNaN(time.getTime())) return time;
  throw new PkiError("ERR_USAGE", {
    problem: `"${text}" is not a time`,
    advice: "write it as 2027-01-31 or 2027-01-31T12:00:00Z",
  });
}
