import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const ocspBadSignature: Fault = {
  id: "ocsp-bad-signature",
  title: "The OCSP response's signature is wrong",
  story: "The response is not signed by its responder. It was changed, or signed with another key.",
  citation: "RFC 6960 section 3.2",
  severity: "some clients refuse",
  weight: 2,
  raises: ["ocsp-bad-signature"],
  ambiguity: "revocation",
  prints: { ...viaOpenSsl("openssl-97", "openssl-96", "openssl-74"), firefox: ["nss-ocsp-signature"] },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { isCorrupt: true }),
};
