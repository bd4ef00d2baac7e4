import { san } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { nameMismatch } from "../prints/verification.ts";

export const wrongHostWildcard: Fault = {
  id: "wrong-host-wildcard",
  title: "The wildcard does not reach this name",
  story:
    "A wildcard stands for exactly one label, the left-most. The name asked for has one more, or none in its place.",
  citation: "RFC 9525 section 6.3",
  severity: "every client refuses",
  weight: 40,
  raises: ["wrong-host-wildcard"],
  ambiguity: "name",
  prints: nameMismatch,
  build: (lab) => withLeaf(lab, { extensions: san(`*.${lab.name}`) }),
};
