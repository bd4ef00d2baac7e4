import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { badSignature } from "../prints/verification.ts";

export const badSignatureLeaf: Fault = {
  id: "bad-signature-leaf",
  title: "The leaf's signature is wrong",
  story:
    "The issuer's key did not sign the certificate as it stands. It was changed after signing, or another key signed it.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 25,
  raises: ["bad-signature-leaf"],
  ambiguity: "signature",
  prints: badSignature,
  build: (lab) => withLeaf(lab, { isCorrupt: true }),
};
