import { san } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { addressMismatch } from "../prints/verification.ts";

export const ipNoIpSan: Fault = {
  id: "ip-no-ip-san",
  title: "No address in the certificate",
  story:
    "The server is called by its address, and the certificate lists names only. An address is never matched by a DNS name.",
  citation: "RFC 9525 section 6.5",
  severity: "every client refuses",
  weight: 45,
  raises: ["ip-no-ip-san"],
  ambiguity: "name",
  prints: addressMismatch,
  build: (lab) => ({ ...withLeaf(lab, { extensions: san(lab.name) }), name: "127.0.0.1" }),
};
