import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const leafNoKu: Fault = {
  id: "leaf-no-ku",
  title: "No key usage",
  story:
    "The certificate does not say what its key is for, so it passes for everything. No client is known to refuse it.",
  citation: "RFC 5280 section 4.2.1.3",
  severity: "accepted",
  weight: 2,
  raises: ["leaf-no-ku"],
  ambiguity: "purpose",
  prints: acceptedByAll,
  build: (lab) => withLeaf(lab, { extensions: { keyUsage: undefined } }),
};
