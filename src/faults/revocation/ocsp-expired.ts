import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const ocspExpired: Fault = {
  id: "ocsp-expired",
  title: "The OCSP response is out of date",
  story: "The response speaks of a time that has passed. A stapled response was not refreshed, or a clock is wrong.",
  citation: "RFC 6960 section 4.2.2.1",
  severity: "some clients refuse",
  weight: 8,
  raises: ["ocsp-expired"],
  ambiguity: "revocation",
  prints: {
    ...viaOpenSsl("openssl-99", "openssl-98"),
    firefox: ["nss-ocsp-expired"],
    gnutls: ["gnutls-revocation-old"],
  },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { thisUpdate: lab.days(-8), nextUpdate: lab.days(-1) }),
};
