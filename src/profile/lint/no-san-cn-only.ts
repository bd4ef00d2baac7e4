import { OID } from "../../asn1/oids.ts";
import type { LintRule } from "./lint-rule.ts";

export const noSanCnOnly: LintRule = {
  id: "no-san-cn-only",
  severity: "error",
  citation: "RFC 9525 section 2 and appendix A",
  summary: "A TLS server is named in subjectAltName: Go, Chromium, Firefox and Safari do not read the common name.",
  check({ certificate, names, purposes }, report) {
    if (!purposes.includes(OID.serverAuth) || names.length > 0) return;
    report({ at: "extensions.subjectAltName", message: `absent, the only name is the subject ${certificate.subject}` });
  },
};
