import type { DoctorCheck } from "./doctor-check.ts";

export const hierarchy: DoctorCheck = {
  id: "hierarchy",
  summary: "There is an authority that can issue.",
  *run({ authorities, facts }) {
    if (authorities.length > 0) return;
    const cutOff = facts.certificates + facts.pending.length > 0;
    yield {
      code: "no-authority",
      severity: "error",
      message: cutOff ? "the making of the CA was cut off: the store has no authority" : "the store has no authority",
      next: "make the CA with `rootcause init`",
    };
  },
};
