import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const untrustedRootSent: Fault = {
  id: "untrusted-root-sent",
  title: "The root is sent, and not trusted",
  story:
    "The chain is complete up to a root that the server sends too. This client does not have that root among those that it trusts.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 70,
  raises: ["untrusted-root-sent"],
  badssl: "untrusted-root",
  ambiguity: "self-signed",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-19"),
    dotnet: ["dotnet-untrusted-root"],
    schannel: ["windows-untrusted-root"],
    others: ["nss-untrusted-issuer"],
  },
  build: (lab) => ({ sent: [lab.leaf, lab.issuing, lab.root], trust: [lab.newRoot()] }),
};
