import type { Fault } from "../fault.ts";
import { expired } from "../prints/verification.ts";

export const expiredLeaf: Fault = {
  id: "expired-leaf",
  title: "The server's certificate has expired",
  story:
    "The end of the certificate's validity has passed. Nobody renewed it, or the server still serves the old file.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "every client refuses",
  weight: 100,
  raises: ["expired-leaf"],
  badssl: "expired",
  ambiguity: "period",
  prints: { ...expired, wget: ["wget-expired-leaf"] },
  build: (lab) => ({ sent: lab.below(lab.newLeaf(lab.issuing, { notAfter: lab.days(-1) })) }),
};
