import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const weakCurve: Fault = {
  id: "weak-curve",
  title: "The curve is too small",
  story:
    "The key is on an elliptic curve below 224 bits, or one that clients do not know. Handshakes with it fail early.",
  citation: "NIST SP 800-186",
  severity: "every client refuses",
  weight: 3,
  raises: ["weak-curve"],
  ambiguity: "weak",
  prints: {
    ...viaOpenSsl("openssl-66", "openssl-94"),
    gnutls: ["gnutls-insecure-algorithm"],
    firefox: ["nss-unsupported-algorithm", "nss-key-size"],
    go: ["go-malformed"],
    java: ["java-disabled-algorithm", "java-unreadable"],
    chromium: ["chromium-weak-key", "chromium-invalid"],
    rustls: ["rustls-algorithm"],
  },
  build: (lab) => withLeaf(lab, { key: lab.key("weak", "ecdsa-p192") }),
};
