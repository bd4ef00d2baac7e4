import type { Lab } from "../build/lab.ts";
import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { acceptedBy } from "../prints/prints.ts";
import { revokedByCrl } from "../prints/revocation.ts";

export const revokedIntermediate: Fault = {
  id: "revoked-intermediate",
  title: "A CA of the chain is revoked",
  story: "A CA between the server and the root is withdrawn. All that it signed goes with it.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 6,
  raises: ["revoked-intermediate"],
  ambiguity: "revocation",
  prints: { ...revokedByCrl, ...acceptedBy("perl", "rustls") },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing), { root: withoutIntermediate(lab) }),
  mend: (lab) => {
    const ca = lab.newCa(lab.root, { subject: lab.subject("Successor CA") });
    return {
      ...checkedByCrl(lab, lab.crl(ca), { root: withoutIntermediate(lab), ca }),
      sent: [lab.newLeaf(ca), ca],
    };
  },
};

/** The root's CRL, which withdraws the intermediate. */
function withoutIntermediate(lab: Lab): Uint8Array {
  return lab.crl(lab.root, { revoked: [lab.issuing] });
}
