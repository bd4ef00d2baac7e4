import { encodeExtension } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const akiMismatch: Fault = {
  id: "aki-mismatch",
  title: "The key identifier names another issuer",
  story:
    "authorityKeyIdentifier names a key that no certificate of that issuer has. OpenSSL and GnuTLS do not even try such an issuer; most others do.",
  citation: "RFC 5280 section 4.2.1.1",
  severity: "most clients refuse",
  weight: 8,
  raises: ["aki-mismatch"],
  ambiguity: "issuer-not-found",
  prints: {
    ...issuerNotFound,
    openssl: ["openssl-20", "openssl-21"],
    node: ["openssl-21"],
    npm: ["openssl-21"],
    ...accepts("go", "java", "chromium", "firefox", "rustls"),
    others: ["openssl-29", "openssl-30", "openssl-31"],
  },
  build: (lab) => {
    const keyId = lab.key("another").publicKey.keyIdentifier;
    const extensions = { authorityKeyIdentifier: encodeExtension(authorityKeyIdentifier, { keyId }, false) };
    return withLeaf(lab, { extensions });
  },
};
