import { misbehaving, refusingResponders } from "../build/misbehaviour.ts";
import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableOcsp } from "../prints/revocation.ts";

export const ocspTryLater: Fault = {
  id: "ocsp-try-later",
  title: "The responder does not answer",
  story: "The OCSP responder is down or asks to try later. Clients that insist on an answer fail with it.",
  citation: "RFC 6960 section 2.3",
  severity: "some clients refuse",
  weight: 8,
  raises: ["ocsp-try-later"],
  ambiguity: "revocation",
  prints: {
    ...unusableOcsp(["curl-ocsp-no-answer"], "nss-ocsp-try-later"),
    java: ["java-ocsp-no-answer"],
    others: ["openssl-73", "openssl-100", "chromium-revocation-unknown"],
  },
  revocation: "ocsp",
  build: (lab) => {
    const scene = checkedByOcsp(lab, { error: "tryLater" });
    const others = [...refusingResponders(), ...misbehaving("ocsp", lab.ocsp(lab.issuing, lab.leaf))];
    return { ...scene, endpoints: [...scene.endpoints, ...others] };
  },
};
