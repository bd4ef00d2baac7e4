import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const crossCertExpired: Fault = {
  id: "cross-cert-expired",
  title: "An expired cross-certificate is sent",
  story:
    "Among the certificates is an expired cross-certificate for a CA of the chain. Clients that try only one way may take it and fail.",
  citation: "RFC 4158 section 2.4",
  severity: "accepted",
  weight: 15,
  raises: ["cross-cert-expired"],
  ambiguity: "period",
  prints: { ...acceptedByAll, server: ["alert-45"] },
  build: (lab) => {
    const other = lab.newRoot();
    return { sent: [lab.leaf, lab.issuing, lab.newCa(other, { notAfter: lab.days(-1) })], trust: [lab.root, other] };
  },
};
