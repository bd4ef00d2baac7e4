import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlWrongIssuer: Fault = {
  id: "crl-wrong-issuer",
  title: "The CRL comes from someone else",
  story:
    "The revocation list is signed by someone who may not speak for this CA. Or the certificate of its signer cannot be found.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 3,
  raises: ["crl-wrong-issuer"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(3), others: ["openssl-33", "openssl-54"] },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.newCa(lab.root, { subject: lab.subject("Somebody Else") }))),
};
