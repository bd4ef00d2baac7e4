import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { refusedByGnutls, unusableOcsp } from "../prints/revocation.ts";

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
    ...unusableOcsp(["curl-ocsp-old", "openssl-99"], "nss-ocsp-expired"),
    ...refusedByGnutls("gnutls-revocation-old"),
    java: ["java-ocsp-old"],
    others: ["openssl-98", "openssl-99"],
  },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { thisUpdate: lab.days(-8), nextUpdate: lab.days(-1) }),
};
