import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const crossSignExpiredAlt: Fault = {
  id: "cross-sign-expired-alt",
  title: "Another way up has expired",
  story:
    "Two ways lead up, and one ends in an expired root. Clients that try only one way may take that one, as OpenSSL before 1.1.0 did.",
  citation: "RFC 4158 section 2.4",
  severity: "accepted",
  weight: 15,
  raises: ["cross-sign-expired-alt"],
  ambiguity: "period",
  prints: { ...acceptedByAll, server: ["alert-45"] },
  build: (lab) => {
    const old = lab.newRoot({ notAfter: lab.days(-10) });
    return { sent: [lab.leaf, lab.issuing, lab.newCa(old)], trust: [lab.root, old] };
  },
};
