import type { StoreProblem } from "../../store/store-facts.ts";
import type { DoctorCheck, DoctorFinding } from "./doctor-check.ts";

const severities: Readonly<Record<StoreProblem["code"], DoctorFinding["severity"]>> = {
  "damaged-journal": "error",
  "missing-key": "error",
  "torn-entry": "notice",
  "stale-index": "warning",
  "open-permissions": "warning",
  "unknown-key": "warning",
};

export const storeProblems: DoctorCheck = {
  id: "store-problems",
  summary: "The files of the store are whole, complete, and for their owner alone.",
  *run({ facts }) {
    for (const { code, path, message, hint } of facts.problems)
      yield { code, severity: severities[code], message: `${path}: ${message}`, next: hint };
  },
};
