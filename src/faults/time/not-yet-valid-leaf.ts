import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { notYetValid } from "../prints/verification.ts";

export const notYetValidLeaf: Fault = {
  id: "not-yet-valid-leaf",
  title: "The certificate is not yet valid",
  story:
    "The certificate's validity begins in the future. Mostly a clock is wrong: the client's, or that of the CA when it issued.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "every client refuses",
  weight: 60,
  raises: ["not-yet-valid-leaf"],
  ambiguity: "period",
  prints: { ...notYetValid, wget: ["wget-not-yet-valid-leaf"] },
  build: (lab) => withLeaf(lab, { notBefore: lab.days(1) }),
};
