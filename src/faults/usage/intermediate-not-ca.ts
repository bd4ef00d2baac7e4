import { bc } from "../build/extensions.ts";
import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { notACa } from "../prints/verification.ts";

export const intermediateNotCa: Fault = {
  id: "intermediate-not-ca",
  title: "Signed by a certificate that is no CA",
  story: "A certificate in the middle of the chain says CA:FALSE. What it signed does not count.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "every client refuses",
  weight: 20,
  raises: ["intermediate-not-ca"],
  ambiguity: "purpose",
  prints: {
    ...notACa,
    node: ["openssl-26"],
    npm: ["openssl-26"],
    firefox: ["nss-not-a-ca", "nss-key-usage"],
    others: ["wget-unknown-issuer"],
  },
  build: (lab) => withIssuing(lab, { extensions: bc({ ca: false }) }),
};
