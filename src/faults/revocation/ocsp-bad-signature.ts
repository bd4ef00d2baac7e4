import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { refusedByGnutls, unusableOcsp } from "../prints/revocation.ts";

export const ocspBadSignature: Fault = {
  id: "ocsp-bad-signature",
  title: "The OCSP response's signature is wrong",
  story: "The response is not signed by its responder. It was changed, or signed with another key.",
  citation: "RFC 6960 section 3.2",
  severity: "some clients refuse",
  weight: 2,
  raises: ["ocsp-bad-signature"],
  ambiguity: "revocation",
  prints: {
    ...unusableOcsp(["curl-ocsp-signature"], "nss-ocsp-signature"),
    ...refusedByGnutls("gnutls-ocsp-invalid"),
    java: ["java-ocsp-signature"],
    others: ["openssl-74", "openssl-96", "openssl-97"],
  },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { isCorrupt: true }),
};
