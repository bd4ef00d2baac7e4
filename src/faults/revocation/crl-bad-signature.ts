import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlBadSignature: Fault = {
  id: "crl-bad-signature",
  title: "The CRL's signature is wrong",
  story: "The revocation list is not signed by the CA's key. It was changed, or belongs to a CA of the same name.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 3,
  raises: ["crl-bad-signature"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(8), curl: ["openssl-evp-lib"], perl: ["openssl-evp-lib"], others: ["openssl-101"] },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { signedBy: { ...lab.issuing, key: lab.key("another") } })),
};
