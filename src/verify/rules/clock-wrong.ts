import type { PathRule } from "../rule.ts";
import { timeText } from "../text.ts";
import { isExpired } from "./expired.ts";
import { isNotYetValid } from "./not-yet-valid.ts";

export const clockWrong: PathRule = {
  id: "clock-wrong",
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary: "Not every certificate of a path, the root too, is outside its period on the same side.",
  field: "validity",
  applies: ({ end, entries }) => end === "anchor" && entries.length > 1,
  check: ({ entries }, { at }) => {
    const early = entries.every(({ certificate }) => isNotYetValid(certificate, at));
    const late = !early && entries.every(({ certificate }) => isExpired(certificate, at));
    if (!early && !late) return undefined;
    return `at ${timeText(at)} all ${entries.length} certificates are ${early ? "not yet valid" : "expired"}`;
  },
};
