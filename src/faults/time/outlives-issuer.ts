import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const outlivesIssuer: Fault = {
  id: "outlives-issuer",
  title: "The certificate ends after its issuer",
  story: "The certificate is valid longer than the CA that issued it. Its last days will not count.",
  citation: "RFC 5280 section 6.1",
  severity: "accepted",
  weight: 3,
  raises: ["outlives-issuer"],
  ambiguity: "period",
  prints: acceptedByAll,
  build: (lab) => withIssuing(lab, { notAfter: lab.days(59) }),
};
