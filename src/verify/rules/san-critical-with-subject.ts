import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const sanCriticalWithSubject: CertificateRule = {
  id: "san-critical-with-subject",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.7.12",
  summary: "A certificate with a subject does not mark its subjectAltName critical.",
  roles: ["leaf"],
  extension: OID.subjectAltName,
  field: "extensions.subjectAltName",
  applies: (certificate) => certificate.subjectAltName?.critical === true,
  check: ({ subject }) => (subject.isEmpty ? undefined : "critical is true, and there is a subject"),
};
