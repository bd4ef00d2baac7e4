import type { DoctorCheck } from "./doctor-check.ts";

/** An issuance takes milliseconds, with a slow token seconds. */
export const CUT_OFF_AFTER_MS: number = 10 * 60_000;

export const pendingIssuances: DoctorCheck = {
  id: "pending-issuances",
  summary: "No issuance was cut off between reserving the serial number and recording the certificate.",
  *run({ facts, now }) {
    for (const { serial, subject, requestedAt } of facts.pending) {
      const cutOff = now.getTime() - Date.parse(requestedAt) > CUT_OFF_AFTER_MS;
      yield {
        code: cutOff ? "issuance-cut-off" : "issuance-under-way",
        severity: cutOff ? "warning" : "notice",
        message: `${serial} for ${subject || "an empty subject"} was reserved at ${requestedAt} and never recorded`,
        next: cutOff
          ? "`rootcause doctor --fix` gives it up; no certificate was handed out"
          : "another process may be at it right now; `rootcause doctor --fix` waits for it, then gives it up",
      };
    }
  },
};
