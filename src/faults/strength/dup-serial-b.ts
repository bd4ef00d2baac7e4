import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const dupSerialB: Fault = {
  id: "dup-serial-b",
  title: "Two certificates, one serial number: the second",
  story:
    "A CA gave the same serial number to two certificates, and this client has seen the other one. Firefox refuses the second; mostly a development CA was made again.",
  citation: "RFC 5280 section 4.1.2.2",
  severity: "some clients refuse",
  weight: 12,
  raises: ["dup-serial-b"],
  ambiguity: "encoding",
  prints: { ...acceptedByAll, firefox: ["nss-serial-reused"] },
  // The root's, so that both servers are seen to show certificates of one issuer.
  build: (lab) => {
    const serial = Uint8Array.of(7);
    const first = lab.newLeaf(lab.root, { serial });
    const second = lab.newLeaf(lab.root, { serial, key: lab.key("second"), notBefore: lab.days(-10) });
    return { sent: [second, first] };
  },
};
