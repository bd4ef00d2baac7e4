import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const leafNoEku: Fault = {
  id: "leaf-no-eku",
  title: "No extended key usage",
  story:
    "The certificate lists no purposes, so it passes for every one. Apple's systems refuse such server certificates.",
  citation: "RFC 5280 section 4.2.1.12",
  severity: "some clients refuse",
  weight: 8,
  raises: ["leaf-no-eku"],
  ambiguity: "purpose",
  prints: { ...acceptedByAll, apple: ["apple-not-trusted"], others: ["go-not-compliant"] },
  build: (lab) => withLeaf(lab, { extensions: { extendedKeyUsage: undefined } }),
};
