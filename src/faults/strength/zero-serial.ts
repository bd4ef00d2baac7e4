import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const zeroSerial: Fault = {
  id: "zero-serial",
  title: "Serial number zero",
  story: "The serial number is zero, where RFC 5280 asks for a positive one. Hardly a client minds.",
  citation: "RFC 5280 section 4.1.2.2",
  severity: "accepted",
  weight: 2,
  raises: ["zero-serial"],
  ambiguity: "encoding",
  prints: acceptedByAll,
  build: (lab) => withLeaf(lab, { serial: Uint8Array.of(0) }),
};
