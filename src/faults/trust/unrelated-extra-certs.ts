import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const unrelatedExtraCerts: Fault = {
  id: "unrelated-extra-certs",
  title: "Certificates that lead nowhere",
  story:
    "The server sends certificates that are on no way from the leaf to a root. They cost every handshake, and some old clients stop at them.",
  citation: "RFC 8446 section 4.4.2",
  severity: "accepted",
  weight: 4,
  raises: ["unrelated-extra-certs"],
  ambiguity: "surplus",
  prints: acceptedByAll,
  build: (lab) => ({ sent: [lab.leaf, lab.issuing, lab.newRoot()] }),
};
