import { dnsSan } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedBy } from "../prints/prints.ts";
import { nameMismatch } from "../prints/verification.ts";

export const partialWildcard: Fault = {
  id: "partial-wildcard",
  title: "A wildcard inside a label",
  story:
    "A name such as `loc*` stands in the certificate. Hardly a client matches wildcards that are not a whole label.",
  citation: "RFC 9525 section 6.3",
  severity: "most clients refuse",
  weight: 5,
  raises: ["partial-wildcard"],
  ambiguity: "name",
  prints: { ...nameMismatch, ...acceptedBy("pip", "php") },
  build: (lab) => withLeaf(lab, { extensions: dnsSan(lab.name.replace(/^(.{1,3})[^.]*/, "$1*")) }),
};
