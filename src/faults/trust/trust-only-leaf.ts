import type { Fault } from "../fault.ts";
import { acceptedBy, accepts } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const trustOnlyLeaf: Fault = {
  id: "trust-only-leaf",
  title: "Only the leaf is trusted",
  story:
    "The trust list holds the server's certificate itself, not the CA that issued it. OpenSSL then still looks for the issuer and does not find it.",
  citation: "RFC 5280 section 6.1.1",
  severity: "some clients refuse",
  weight: 20,
  raises: ["trust-only-leaf"],
  ambiguity: "issuer-not-found",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    openssl: ["openssl-20", "openssl-21"],
    node: ["openssl-21"],
    npm: ["openssl-21"],
    ...accepts("python-3.13", "go", "java", "gnutls", "firefox", "rustls"),
    ...acceptedBy("curl", "perl"),
  },
  build: (lab) => ({ sent: [lab.leaf], trust: [lab.leaf] }),
};
