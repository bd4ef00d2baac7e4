import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const duplicateCertificates: Fault = {
  id: "duplicate-certificates",
  title: "The same certificate twice",
  story: "The server sends a certificate twice, mostly its leaf. Hardly a client minds today.",
  citation: "RFC 8446 section 4.4.2",
  severity: "accepted",
  weight: 4,
  raises: ["duplicate-certificates"],
  ambiguity: "surplus",
  prints: acceptedByAll,
  build: (lab) => ({ sent: [lab.leaf, lab.leaf, lab.issuing] }),
};
