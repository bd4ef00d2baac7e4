import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const rootSent: Fault = {
  id: "root-sent",
  title: "The root is sent",
  story: "The server sends the root too, which the client trusts anyway. It only costs octets.",
  citation: "RFC 8446 section 4.4.2",
  severity: "accepted",
  weight: 4,
  raises: ["root-sent"],
  ambiguity: "surplus",
  prints: acceptedByAll,
  build: (lab) => ({ sent: [lab.leaf, lab.issuing, lab.root] }),
};
