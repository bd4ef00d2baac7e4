import { withNameConstraints } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { nameConstraint } from "../prints/verification.ts";

export const ncExcluded: Fault = {
  id: "nc-excluded",
  title: "The CA is forbidden to issue for this name",
  story: "A CA of the chain must not issue for certain names. The name in this certificate is one of them.",
  citation: "RFC 5280 section 4.2.1.10",
  severity: "every client refuses",
  weight: 12,
  raises: ["nc-excluded"],
  ambiguity: "name",
  prints: { ...nameConstraint, ...viaOpenSsl("openssl-48"), go: ["go-name-constraint-excluded"] },
  build: (lab) => withNameConstraints(lab, { excluded: [lab.name] }),
};
