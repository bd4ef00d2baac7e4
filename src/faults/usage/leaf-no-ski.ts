import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const leafNoSki: Fault = {
  id: "leaf-no-ski",
  title: "The leaf has no key identifier",
  story: "The server's certificate has no subjectKeyIdentifier. RFC 5280 recommends one; nobody refuses for its lack.",
  citation: "RFC 5280 section 4.2.1.2",
  severity: "accepted",
  weight: 1,
  raises: ["leaf-no-ski"],
  ambiguity: "strict",
  prints: acceptedByAll,
  build: (lab) => withLeaf(lab, { extensions: { subjectKeyIdentifier: undefined } }),
};
