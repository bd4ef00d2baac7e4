import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts, viaGnutls, viaOpenSsl } from "../prints/prints.ts";

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
    ...viaOpenSsl("openssl-93", "openssl-79"),
    firefox: ["nss-version-1-ca", "nss-not-a-ca"],
    rustls: ["rustls-version"],
    chromium: ["chromium-invalid", "chromium-authority-invalid"],
    ...viaGnutls("gnutls-not-a-ca"),
    ...accepts("openssl", "node", "go", "java", "gnutls"),
  },
  build: (lab) => withLeaf(lab, { version: 1 }),
};
