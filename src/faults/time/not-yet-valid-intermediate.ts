import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { notYetValid } from "../prints/verification.ts";

export const notYetValidIntermediate: Fault = {
  id: "not-yet-valid-intermediate",
  title: "An intermediate is not yet valid",
  story:
    "The validity of a CA in the chain begins in the future. The new intermediate went live too early, or a clock is wrong.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "every client refuses",
  weight: 8,
  raises: ["not-yet-valid-intermediate"],
  ambiguity: "period",
  prints: { ...notYetValid, firefox: ["nss-issuer-not-yet-valid"] },
  build: (lab) => withIssuing(lab, { notBefore: lab.days(1) }),
};
