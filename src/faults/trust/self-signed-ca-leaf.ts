import { bc } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const selfSignedCaLeaf: Fault = {
  id: "self-signed-ca-leaf",
  title: "A CA certificate as the server's own",
  story:
    "A CA serves its own certificate instead of one that it issued. It is not trusted, and some clients refuse it even when it is.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "every client refuses",
  weight: 25,
  raises: ["self-signed-ca-leaf"],
  ambiguity: "self-signed",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-18"),
    pip: ["openssl-18"],
    firefox: ["nss-self-signed", "nss-ca-as-leaf"],
    rustls: ["rustls-ca-as-leaf", "rustls-unknown-issuer"],
    dotnet: ["dotnet-untrusted-root"],
  },
  build: (lab) => ({ sent: [lab.newSelfSigned({ extensions: bc({ ca: true }) })] }),
};
