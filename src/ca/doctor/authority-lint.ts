import { lintCertificate } from "../../profile/lint/lint-certificate.ts";
import type { DoctorCheck } from "./doctor-check.ts";

export const authorityLint: DoctorCheck = {
  id: "authority-lint",
  summary: "The certificate of every authority is one that a CA does well to have; its CRL is not its own.",
  *run({ authorities }) {
    for (const { record, certificate } of authorities)
      for (const { code, severity, at, message } of lintCertificate(certificate, {
        ownCrlUrls: record.urls?.crl ?? [],
      }))
        yield {
          code,
          severity,
          message: `the certificate of "${record.name}", ${at}: ${message}`,
          next: "replace it with `rootcause ca add-intermediate`; certificates that it issued stay good until they end",
        };
  },
};
