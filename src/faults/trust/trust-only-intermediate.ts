import type { Fault } from "../fault.ts";
import { acceptedBy, accepts, viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const trustOnlyIntermediate: Fault = {
  id: "trust-only-intermediate",
  title: "Only an intermediate is trusted",
  story:
    "The trust list holds an intermediate CA and not the root above it. OpenSSL wants to reach a self-signed root unless it is told that a part of the chain will do.",
  citation: "RFC 5280 section 6.1.1",
  severity: "some clients refuse",
  weight: 20,
  raises: ["trust-only-intermediate"],
  ambiguity: "issuer-not-found",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-2"),
    ...accepts("python-3.13", "go", "java", "gnutls", "firefox", "rustls"),
    ...acceptedBy("curl", "perl"),
  },
  build: (lab) => ({ trust: [lab.issuing] }),
};
