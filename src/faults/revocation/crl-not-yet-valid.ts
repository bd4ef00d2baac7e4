import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlNotYetValid: Fault = {
  id: "crl-not-yet-valid",
  title: "The CRL is from the future",
  story: "The revocation list says that it begins later. A clock is wrong, here or at the CA.",
  citation: "RFC 5280 section 5.1.2.4",
  severity: "some clients refuse",
  weight: 5,
  raises: ["crl-not-yet-valid"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(11), gnutls: ["gnutls-revocation-future"] },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { thisUpdate: lab.days(1), nextUpdate: lab.days(8) })),
};
