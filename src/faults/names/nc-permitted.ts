import { withNameConstraints } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { nameConstraint } from "../prints/verification.ts";

export const ncPermitted: Fault = {
  id: "nc-permitted",
  title: "The CA may not issue for this name",
  story: "A CA of the chain may issue only for certain names. The name in this certificate is not among them.",
  citation: "RFC 5280 section 4.2.1.10",
  severity: "every client refuses",
  weight: 20,
  raises: ["nc-permitted"],
  ambiguity: "name",
  prints: { ...nameConstraint, ...viaOpenSsl("openssl-47"), go: ["go-name-constraint-permitted"] },
  build: (lab) => withNameConstraints(lab, { permitted: ["example.test"] }),
};
