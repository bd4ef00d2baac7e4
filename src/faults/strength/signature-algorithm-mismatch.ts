import { signatureAlgorithm } from "../../keys/signature-algorithms.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { badSignature, unreadableForGnutls } from "../prints/verification.ts";

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
    ...viaOpenSsl("openssl-7"),
    openssl: ["openssl-7", "openssl-77"],
    "python-3.13": ["openssl-78"],
    java: ["java-unreadable"],
    ...unreadableForGnutls,
    go: ["go-malformed"],
    chromium: ["chromium-invalid"],
    firefox: ["nss-algorithm-mismatch"],
    others: ["openssl-76", "openssl-77", "openssl-78"],
  },
  build: (lab) => withLeaf(lab, { innerAlgorithm: signatureAlgorithm("ecdsa-sha384").identifierDer }),
};
