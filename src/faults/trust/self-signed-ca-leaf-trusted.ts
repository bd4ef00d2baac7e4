import { bc } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const selfSignedCaLeafTrusted: Fault = {
  id: "self-signed-ca-leaf-trusted",
  title: "A trusted CA certificate as the server's own",
  story:
    "The server serves the CA's own certificate, and the client trusts that CA. Firefox and rustls refuse a CA in the leaf's place.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "some clients refuse",
  weight: 15,
  raises: ["self-signed-ca-leaf-trusted"],
  ambiguity: "self-signed",
  prints: {
    ...acceptedByAll,
    chromium: ["chromium-invalid"],
    firefox: ["nss-ca-as-leaf"],
    rustls: ["rustls-ca-as-leaf"],
  },
  build: (lab) => {
    const own = lab.newSelfSigned({ extensions: bc({ ca: true }) });
    return { sent: [own], trust: [own] };
  },
};
