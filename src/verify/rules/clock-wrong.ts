import type { PathRule } from "../rule.ts";
import { timeText } from "../text.ts";
import { isExpired } from "./expired.ts";
import { isNotYetValid } from "./not-yet-valid.ts";

export const clockWrong: PathRule = {
  id: "clock-wrong",
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (2)",
  summary:
    "Not every certificate of a path is outside its period on the same side; a PKI left to expire can look so too.",
  field: "validity",
  applies: ({ end, entries }) => end === "anchor" && entries.length > 1,
  check: ({ entries }, { at }) => {
    const all = () => `at ${timeText(at)} all ${entries.length} certificates, the root too, are`;
    if (entries.every(({ certificate }) => isNotYetValid(certificate, at))) return `${all()} not yet valid`;
    if (!entries.every(({ certificate }) => isExpired(certificate, at))) return undefined;
    return { message: `${all()} expired`, severity: "notice" };
  },
};
