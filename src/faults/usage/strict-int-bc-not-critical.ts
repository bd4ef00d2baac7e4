import { bc } from "../build/extensions.ts";
import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictIntBcNotCritical: Fault = {
  id: "strict-int-bc-not-critical",
  title: "basicConstraints of a CA is not critical",
  story: "An intermediate's basicConstraints is not marked critical. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "some clients refuse",
  weight: 8,
  raises: ["strict-int-bc-not-critical"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-89"] },
  build: (lab) => withIssuing(lab, { extensions: bc({ ca: true }, false) }),
};
