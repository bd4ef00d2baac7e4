import { TAG } from "../../asn1/tag.ts";
import { text } from "../../asn1/writer.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts, viaOpenSsl } from "../prints/prints.ts";
import { unreadable } from "../prints/verification.ts";

export const badTimeEncoding: Fault = {
  id: "bad-time-encoding",
  title: "A date that cannot be read",
  story:
    "notBefore or notAfter is written in a form that RFC 5280 does not allow. Clients cannot tell when the certificate is valid, and refuse.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "most clients refuse",
  weight: 2,
  raises: ["bad-time-encoding"],
  ambiguity: "encoding",
  prints: {
    ...unreadable,
    ...viaOpenSsl("openssl-13"),
    node: ["openssl-13", "openssl-unreadable"],
    ...accepts("go", "java", "gnutls"),
    chromium: ["chromium-bad-format"],
    firefox: ["nss-bad-time"],
    others: ["openssl-14"],
  },
  build: (lab) => withLeaf(lab, { notBefore: text(TAG.utcTime, "2601010000Z") }), // without seconds
};
