import { withNameConstraints } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const ncNotCritical: Fault = {
  id: "nc-not-critical",
  title: "Name constraints are not critical",
  story: "A CA's name constraints are not marked critical. Clients that do not know the extension pass over them.",
  citation: "RFC 5280 section 4.2.1.10",
  severity: "accepted",
  weight: 2,
  raises: ["nc-not-critical"],
  ambiguity: "name",
  prints: acceptedByAll,
  build: (lab) => withNameConstraints(lab, { permitted: [lab.name, lab.host], critical: false }),
};
