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
    go: ["go-common-name"],
    node: ["node-common-name", "node-no-names"],
    php: ["php-name-mismatch"],
    ...accepts("openssl", "python-3.13", "node", "java", "gnutls"),
  },
  build: (lab) => withLeaf(lab, { extensions: { subjectAltName: undefined } }),
};
