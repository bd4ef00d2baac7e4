import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const emptySubjectSanNotCritical: CertificateRule = {
  id: "empty-subject-san-not-critical",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.6",
  summary: "A certificate with an empty subject marks its subjectAltName critical.",
  roles: ["leaf"],
  extension: OID.subjectAltName,
  field: "extensions.subjectAltName",
  applies: (certificate) => certificate.subject.isEmpty,
  check: (certificate) =>
    certificate.subjectAltName?.critical === false ? "the subject is empty, and critical is false" : undefined,
};
