import { equalBytes } from "../../asn1/bytes.ts";
import type { DoctorCheck } from "./doctor-check.ts";

export const namesakes: DoctorCheck = {
  id: "namesakes",
  summary: "No two authorities share a distinguished name with different keys.",
  *run({ authorities }) {
    for (const [i, one] of authorities.entries())
      for (const other of authorities.slice(i + 1)) {
        const { subject, spkiDer } = one.certificate;
        if (!subject.equals(other.certificate.subject) || equalBytes(spkiDer, other.certificate.spkiDer)) continue;
        yield {
          code: "authority-namesakes",
          severity: "warning",
          message: `"${one.record.name}" and "${other.record.name}" have the same subject, ${subject}, and different keys`,
          next: "retire one of them: clients that find the wrong one report a bad signature",
        };
      }
  },
};
