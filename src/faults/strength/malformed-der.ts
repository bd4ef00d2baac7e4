import type { Fault } from "../fault.ts";
import { unreadable } from "../prints/verification.ts";

export const malformedDer: Fault = {
  id: "malformed-der",
  title: "The certificate is not DER",
  story:
    "The octets of the certificate break the encoding rules. A file was cut, converted or edited, or a tool wrote them wrongly.",
  citation: "ITU-T X.690",
  severity: "every client refuses",
  weight: 6,
  raises: ["malformed-der"],
  ambiguity: "encoding",
  prints: { ...unreadable, others: ["openssl-6", "openssl-24"] },
  build: (lab) => {
    const cut = { ...lab.leaf, der: lab.leaf.der.subarray(0, -20) };
    return { sent: lab.below(cut) };
  },
};
