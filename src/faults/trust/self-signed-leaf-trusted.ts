import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const selfSignedLeafTrusted: Fault = {
  id: "self-signed-leaf-trusted",
  title: "A trusted self-signed server certificate",
  story: "A self-signed certificate that is no CA stands in the trust list. Most clients take it; Chromium does not.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "some clients refuse",
  weight: 15,
  raises: ["self-signed-leaf-trusted"],
  ambiguity: "self-signed",
  prints: { ...acceptedByAll, chromium: ["chromium-invalid", "chromium-authority-invalid"] },
  build: (lab) => {
    const own = lab.newSelfSigned();
    return { sent: [own], trust: [own] };
  },
};
