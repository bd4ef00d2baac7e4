import type { CertificateRule } from "../rule.ts";

export const caSubjectEmpty: CertificateRule = {
  id: "ca-subject-empty",
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.6",
  summary: "A CA has a subject.",
  roles: ["intermediate", "anchor"],
  field: "subject",
  check: ({ subject }) => (subject.isEmpty ? "the CA's subject is empty" : undefined),
};
