import type { PathRule } from "../rule.ts";
import { timeText } from "../text.ts";
import { isExpired } from "./expired.ts";
import { beginsAfter } from "./not-yet-valid.ts";

/** Clocks that are set differ by no more: 5 minutes is what Kerberos lets pass too (krb5.conf, clockskew). A chain that begins within them is just new. */
const ALLOWED_SKEW_MS = 5 * 60_000;

export const clockWrong: PathRule = {
  id: "clock-wrong",
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary:
    "Not every certificate of a path is outside its period on the same side; a PKI left to expire can look so too.",
  field: "validity",
  applies: ({ end, entries }) => end === "anchor" && entries.length > 1,
  check: ({ entries }, { at }) => {
    const all = (are: string) => `at ${timeText(at)} all ${entries.length} certificates, the root too, are ${are}`;
    const isAhead = entries.every(({ certificate }) => beginsAfter(certificate, at) > ALLOWED_SKEW_MS);
    if (isAhead) return all("not yet valid");
    const isPast = entries.every(({ certificate }) => isExpired(certificate, at));
    return isPast ? { message: all("expired"), severity: "notice" } : undefined;
  },
};
