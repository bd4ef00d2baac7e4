import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { nameMismatch } from "../prints/verification.ts";

export const noSanCnOnly: Fault = {
  id: "no-san-cn-only",
  title: "The name stands in the common name alone",
  story:
    "The certificate has no subjectAltName; the host's name is only in the subject. Go, Chromium and Firefox stopped to look there years ago.",
  citation: "RFC 9525 section 2",
  severity: "some clients refuse",
  weight: 35,
  raises: ["no-san-cn-only"],
  badssl: "no-subject",
  ambiguity: "name",
  prints: {
    ...nameMismatch,
    ...accepts("openssl", "python-3.13", "node", "java", "gnutls"),
    requests: ["openssl-62"],
    go: ["go-common-name"],
    others: ["node-common-name", "node-no-names"],
  },
  build: (lab) => withLeaf(lab, { extensions: { subjectAltName: undefined } }),
};
