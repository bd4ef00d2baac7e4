import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const dupSerialA: Fault = {
  id: "dup-serial-a",
  title: "Two certificates, one serial number: the first",
  story:
    "A CA gave the same serial number to two certificates, and this is the one seen first. It is fine until the other one comes.",
  citation: "RFC 5280 section 4.1.2.2",
  severity: "accepted",
  weight: 2,
  raises: ["dup-serial-a"],
  ambiguity: "encoding",
  prints: acceptedByAll,
  advice: {
    why: "Issuer and serial number together name a certificate; revoking one of the two revokes both.",
    fix: [
      { role: "ca", text: "use random serial numbers, and a new name for a CA that is made again" },
      { role: "client", text: "in Firefox, delete the old certificate or use a fresh profile" },
    ],
  },
  // The root's, so that both servers are seen to show certificates of one issuer.
  build: (lab) => {
    const serial = Uint8Array.of(7);
    const first = lab.newLeaf(lab.root, { serial });
    const second = lab.newLeaf(lab.root, { serial, key: lab.key("second"), notBefore: lab.days(-10) });
    return { sent: [first, second] };
  },
};
