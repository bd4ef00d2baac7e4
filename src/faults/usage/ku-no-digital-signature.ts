import { ku } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";

export const kuNoDigitalSignature: Fault = {
  id: "ku-no-digital-signature",
  title: "The key may not sign",
  story:
    "keyUsage does not allow the key to sign, and today's handshakes are signed. Old RSA certificates with keyEncipherment alone are like that.",
  citation: "RFC 5280 section 4.2.1.3",
  severity: "some clients refuse",
  weight: 12,
  raises: ["ku-no-digital-signature"],
  ambiguity: "purpose",
  prints: {
    ...accepts("openssl", "python-3.13", "node", "go", "firefox", "rustls"),
    java: ["java-key-usage"],
    gnutls: ["gnutls-key-usage"],
    wget: "accepts",
    git: ["gnutls-key-usage"],
    chromium: ["chromium-key-usage"],
    others: ["openssl-not-for-signing"],
  },
  build: (lab) => withLeaf(lab, { key: lab.key("rsa", "rsa-2048"), extensions: ku("keyEncipherment") }),
};
