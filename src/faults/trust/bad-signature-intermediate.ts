import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { badSignature } from "../prints/verification.ts";

export const badSignatureIntermediate: Fault = {
  id: "bad-signature-intermediate",
  title: "The intermediate's signature is wrong",
  story:
    "The CA above did not sign the intermediate as it stands. It was changed after signing, or another key signed it.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 10,
  raises: ["bad-signature-intermediate"],
  ambiguity: "signature",
  prints: badSignature,
  build: (lab) => withIssuing(lab, { isCorrupt: true }),
};
