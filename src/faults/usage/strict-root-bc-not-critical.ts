import { bc } from "../build/extensions.ts";
import { withRoot } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictRootBcNotCritical: Fault = {
  id: "strict-root-bc-not-critical",
  title: "basicConstraints of the root is not critical",
  story:
    "The root's basicConstraints is not marked critical. Python 3.13 asks OpenSSL to be strict about it; old private CAs are like that.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "some clients refuse",
  weight: 12,
  raises: ["strict-root-bc-not-critical"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-89"] },
  build: (lab) => withRoot(lab, { extensions: bc({ ca: true }, false) }),
};
