import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const serialTooLong: Fault = {
  id: "serial-too-long",
  title: "The serial number is too long",
  story: "The serial number has more than 20 octets. Hardly a client minds, and some tools cut it.",
  citation: "RFC 5280 section 4.1.2.2",
  severity: "some clients refuse",
  weight: 2,
  raises: ["serial-too-long"],
  ambiguity: "encoding",
  prints: { ...acceptedByAll, rustls: ["rustls-unreadable"] },
  build: (lab) => withLeaf(lab, { serial: new Uint8Array(21).fill(0x11) }),
};
