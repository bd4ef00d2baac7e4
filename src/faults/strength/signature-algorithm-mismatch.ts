import { signatureAlgorithm } from "../../keys/signature-algorithms.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { badSignature } from "../prints/verification.ts";

export const signatureAlgorithmMismatch: Fault = {
  id: "signature-algorithm-mismatch",
  title: "The signature's algorithm contradicts itself",
  story:
    "The algorithm inside the certificate is not the one outside, or not one that the issuer's key can make. Clients refuse what could hide a weaker algorithm.",
  citation: "RFC 5280 section 4.1.1.2",
  severity: "every client refuses",
  weight: 2,
  raises: ["signature-algorithm-mismatch"],
  ambiguity: "signature",
  prints: {
    ...badSignature,
    ...viaOpenSsl("openssl-78", "openssl-77", "openssl-76"),
    firefox: ["nss-algorithm-mismatch", "nss-signature"],
    go: ["go-malformed", "go-candidate-signature"],
    chromium: ["chromium-invalid", "chromium-bad-format"],
  },
  build: (lab) => withLeaf(lab, { innerAlgorithm: signatureAlgorithm("ecdsa-sha384").identifierDer }),
};
