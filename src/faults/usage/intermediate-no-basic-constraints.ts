import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { notACa } from "../prints/verification.ts";

export const intermediateNoBasicConstraints: Fault = {
  id: "intermediate-no-basic-constraints",
  title: "The issuer does not say that it is a CA",
  story: "A certificate in the middle of the chain has no basicConstraints. Without it every leaf could sign others.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "every client refuses",
  weight: 20,
  raises: ["intermediate-no-basic-constraints"],
  ambiguity: "purpose",
  prints: notACa,
  build: (lab) => withIssuing(lab, { extensions: { basicConstraints: undefined } }),
};
