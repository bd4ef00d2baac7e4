import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { revokedByCrl } from "../prints/revocation.ts";

export const revokedCrl: Fault = {
  id: "revoked-crl",
  title: "The certificate is on the CRL",
  story:
    "The CA has withdrawn the server's certificate and put it on its revocation list. Its key may be in wrong hands.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 25,
  raises: ["revoked-crl"],
  badssl: "revoked",
  ambiguity: "revocation",
  prints: revokedByCrl,
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { revoked: [lab.leaf] })),
  mend: (lab) => ({
    ...checkedByCrl(lab, lab.crl(lab.issuing, { revoked: [lab.leaf] })),
    sent: lab.below(lab.newLeaf(lab.issuing, { key: lab.key("new leaf") })),
  }),
};
