import type { Fault } from "../fault.ts";
import { eitherOf } from "../prints/prints.ts";
import { expired, notYetValid } from "../prints/verification.ts";

export const clockWrong: Fault = {
  id: "clock-wrong",
  title: "The clock is wrong",
  story:
    "Every certificate of the chain is outside its validity on the same side, the root too. A wrong clock does that more often than a CA.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "every client refuses",
  weight: 30,
  raises: ["clock-wrong"],
  ambiguity: "period",
  prints: {
    ...eitherOf(notYetValid, expired),
    wget: ["wget-not-yet-valid-leaf", "wget-expired-leaf"],
    firefox: ["nss-issuer-not-yet-valid", "nss-issuer-expired"],
  },
  build: (lab) => {
    const notBefore = lab.days(10);
    const root = lab.newRoot({ notBefore });
    const issuing = lab.newCa(root, { notBefore });
    return { sent: [lab.newLeaf(issuing, { notBefore }), issuing], trust: [root] };
  },
};
