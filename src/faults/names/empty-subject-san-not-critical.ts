import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const emptySubjectSanNotCritical: Fault = {
  id: "empty-subject-san-not-critical",
  title: "Empty subject, subjectAltName not critical",
  story:
    "The subject is empty, so the names in subjectAltName are all there is, and the extension must be critical. Java and Python 3.13 insist on it.",
  citation: "RFC 5280 section 4.2.1.6",
  severity: "some clients refuse",
  weight: 5,
  raises: ["empty-subject-san-not-critical"],
  ambiguity: "strict",
  prints: {
    ...acceptedByAll,
    "python-3.13": ["openssl-88"],
    java: ["java-san-not-critical"],
    chromium: ["chromium-invalid"],
  },
  build: (lab) => withLeaf(lab, { subject: "" }),
};
