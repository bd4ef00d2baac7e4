import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts, viaOpenSsl } from "../prints/prints.ts";

export const weakCurve: Fault = {
  id: "weak-curve",
  title: "The curve is too small",
  story:
    "The key is on an elliptic curve below 224 bits, or one that clients do not know. Handshakes with it fail early.",
  citation: "NIST SP 800-186",
  severity: "most clients refuse",
  weight: 3,
  raises: ["weak-curve"],
  ambiguity: "weak",
  prints: {
    ...viaOpenSsl("openssl-66"),
    ...accepts("gnutls"),
    node: ["openssl-no-shared-group"],
    npm: ["openssl-no-shared-group"],
    go: ["go-malformed"],
    java: ["java-disabled-algorithm"],
    chromium: ["chromium-protocol-error"],
    firefox: ["nss-key-size"],
    rustls: ["rustls-algorithm"],
    others: ["openssl-94", "nss-unsupported-algorithm"],
  },
  build: (lab) => withLeaf(lab, { key: lab.key("weak", "ecdsa-p192") }),
};
