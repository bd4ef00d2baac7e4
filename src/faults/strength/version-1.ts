import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { unreadableForGnutls } from "../prints/verification.ts";

export const version1: Fault = {
  id: "version-1",
  title: "A version 1 certificate",
  story:
    "A certificate of the chain is X.509 version 1, or has extensions without being version 3. Version 1 cannot say that it is a CA.",
  citation: "RFC 5280 section 4.1.2.1",
  severity: "some clients refuse",
  weight: 6,
  raises: ["version-1"],
  ambiguity: "encoding",
  prints: {
    ...accepts("openssl", "node", "firefox"),
    "python-3.13": ["openssl-93"],
    ...unreadableForGnutls,
    go: ["go-common-name"],
    java: ["java-unreadable"],
    chromium: ["chromium-bad-format"],
    rustls: ["rustls-version"],
    others: ["nss-version-1-ca"],
  },
  build: (lab) => withLeaf(lab, { version: 1 }),
};
