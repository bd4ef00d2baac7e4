import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableOcsp } from "../prints/revocation.ts";

export const ocspUnknown: Fault = {
  id: "ocsp-unknown",
  title: "The responder does not know the certificate",
  story: 'The OCSP responder answers "unknown". It serves another CA, or was not told what this one issued.',
  citation: "RFC 6960 section 3.2",
  severity: "some clients refuse",
  weight: 8,
  raises: ["ocsp-unknown"],
  ambiguity: "revocation",
  prints: {
    ...unusableOcsp(["curl-ocsp-not-good"], "nss-ocsp-unknown"),
    perl: ["perl-ocsp-unknown"],
    java: ["java-ocsp-unknown"],
    others: ["openssl-75"],
  },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { status: "unknown" }),
};
