import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlExpired: Fault = {
  id: "crl-expired",
  title: "The CRL is out of date",
  story:
    "The revocation list says that a newer one should have come. The job that publishes it has stopped, or the client keeps an old copy.",
  citation: "RFC 5280 section 5.1.2.5",
  severity: "some clients refuse",
  weight: 20,
  raises: ["crl-expired"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(12), gnutls: ["gnutls-revocation-old"] },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { thisUpdate: lab.days(-8), nextUpdate: lab.days(-1) })),
};
