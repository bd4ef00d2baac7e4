import { OID } from "../../asn1/oids.ts";
import { ocspNoCheck } from "../../x509/extensions/ocsp-no-check.ts";
import type { LintRule } from "./lint-rule.ts";

export const ocspSignerWithoutNoCheck: LintRule = {
  id: "ocsp-signer-without-no-check",
  severity: "warning",
  citation: "RFC 6960 section 4.2.2.2.1",
  summary: "A delegated OCSP responder says how its own revocation is checked; asking itself goes in circles.",
  check({ certificate, purposes }, report) {
    if (purposes.includes(OID.ocspSigning) && !certificate.extension(ocspNoCheck))
      report({ at: "extensions.ocspNoCheck", message: "absent from a certificate for OCSP signing" });
  },
};
