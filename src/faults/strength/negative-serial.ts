import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const negativeSerial: Fault = {
  id: "negative-serial",
  title: "A negative serial number",
  story: "The serial number is negative. Go 1.23 and some others cannot read such a certificate.",
  citation: "RFC 5280 section 4.1.2.2",
  severity: "some clients refuse",
  weight: 4,
  raises: ["negative-serial"],
  ambiguity: "encoding",
  prints: { ...acceptedByAll, rustls: ["rustls-unreadable"], others: ["go-negative-serial"] },
  build: (lab) => withLeaf(lab, { serial: Uint8Array.of(0x80, 1) }),
};
