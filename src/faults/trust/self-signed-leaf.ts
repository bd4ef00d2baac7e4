import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const selfSignedLeaf: Fault = {
  id: "self-signed-leaf",
  title: "Self-signed server certificate",
  story:
    "The server's certificate vouches for itself instead of coming from a CA. Nobody has told this client to trust it.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 80,
  raises: ["self-signed-leaf"],
  badssl: "self-signed",
  ambiguity: "self-signed",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-18"),
    pip: ["openssl-18"],
    firefox: ["nss-self-signed"],
    dotnet: ["dotnet-untrusted-root"],
    others: ["wget-self-signed", "php-self-signed"],
  },
  build: (lab) => ({ sent: [lab.newSelfSigned()] }),
};
