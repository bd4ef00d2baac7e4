import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const ocspNonceMismatch: Fault = {
  id: "ocsp-nonce-mismatch",
  title: "The OCSP response answers another request",
  story:
    "The nonce of the response is not the one that was sent. It may be an old response played again, or a cache that ignores nonces.",
  citation: "RFC 9654 section 2.1",
  severity: "some clients refuse",
  weight: 2,
  raises: ["ocsp-nonce-mismatch"],
  ambiguity: "revocation",
  prints: { ...acceptedByAll, others: ["java-revocation-unknown"] },
  revocation: "ocsp",
  build: (lab) => {
    const scene = checkedByOcsp(lab, { nonce: Buffer.alloc(32, "an answer that was given before") });
    return { ...scene, verify: { ...scene.verify, ocspNonce: Buffer.alloc(32, "a nonce of today") } };
  },
};
