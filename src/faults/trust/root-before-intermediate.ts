import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const rootBeforeIntermediate: Fault = {
  id: "root-before-intermediate",
  title: "The chain is out of order",
  story:
    "The server sends the root before the intermediate. TLS 1.3 lets clients sort; old ones stop at the first certificate that does not fit.",
  citation: "RFC 8446 section 4.4.2",
  severity: "accepted",
  weight: 5,
  raises: ["root-before-intermediate"],
  ambiguity: "surplus",
  prints: acceptedByAll,
  build: (lab) => ({ sent: [lab.leaf, lab.root, lab.issuing] }),
};
