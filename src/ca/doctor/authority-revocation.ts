import { revokedIssuer } from "../revoked-issuer.ts";
import type { DoctorCheck } from "./doctor-check.ts";

export const authorityRevocation: DoctorCheck = {
  id: "authority-revocation",
  summary: "No authority was revoked.",
  async *run({ authorities, store }) {
    for (const { record, certificate } of authorities) {
      const { revoked } = (await revokedIssuer(store, [certificate])) ?? {};
      if (revoked === undefined) continue;
      yield {
        code: "authority-revoked",
        severity: "error",
        message: `"${record.name}" was revoked at ${revoked.at} (${revoked.reason}): it issues nothing any more`,
        next: "add its successor with `rootcause ca add-intermediate`, and issue from that",
      };
    }
  },
};
