import { dnsSan } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedBy } from "../prints/prints.ts";
import { nameMismatch } from "../prints/verification.ts";

export const bareWildcard: Fault = {
  id: "bare-wildcard",
  title: "A wildcard for everything",
  story: "The certificate lists `*` alone. That would stand for every host, and no client matches it.",
  citation: "RFC 9525 section 6.3",
  severity: "most clients refuse",
  weight: 4,
  raises: ["bare-wildcard"],
  ambiguity: "name",
  prints: { ...nameMismatch, ...acceptedBy("pip", "php", "go") },
  build: (lab) => withLeaf(lab, { extensions: dnsSan("*") }),
};
