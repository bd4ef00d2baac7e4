import { verify } from "../../verify/verify.ts";
import { isLabMarked } from "../../x509/lab-marker.ts";
import type { DoctorCheck } from "./doctor-check.ts";

/** What expires is told by its own check. */
const toldElsewhere: ReadonlySet<string> = new Set([
  "expired-leaf",
  "expired-intermediate",
  "expired-root",
  "not-yet-valid-leaf",
  "not-yet-valid-intermediate",
]);

export const authorityChains: DoctorCheck = {
  id: "authority-chains",
  summary: "The chain of every authority validates, and none stands on a root of the fault lab.",
  *run({ authorities, now }) {
    for (const { record, certificate, issuers } of authorities) {
      const root = issuers.at(-1) ?? certificate;
      if (isLabMarked(root))
        yield {
          code: "authority-lab-marked",
          severity: "error",
          message: `"${record.name}" stands on a root of the fault lab`,
          next: "make a real CA with `rootcause init` and another --store",
        };
      for (const { code, severity, message, fix, why } of verify([certificate, ...issuers], { trust: [root], at: now })
        .findings)
        if (severity === "error" && !toldElsewhere.has(code))
          yield {
            code,
            severity,
            message: `"${record.name}": ${message}`,
            next: fix.find(({ role }) => role === "ca")?.text ?? why,
          };
    }
  },
};
