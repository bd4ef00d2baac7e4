import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const ocspUnauthorizedResponder: Fault = {
  id: "ocsp-unauthorized-responder",
  title: "The responder may not speak for the CA",
  story:
    "The response is signed by someone whom the CA has not made its responder. The signer's certificate must come from the CA and allow OCSPSigning.",
  citation: "RFC 6960 section 4.2.2.2",
  severity: "some clients refuse",
  weight: 3,
  raises: ["ocsp-unauthorized-responder"],
  ambiguity: "revocation",
  prints: { ...viaOpenSsl("openssl-74", "openssl-97"), firefox: ["nss-ocsp-unauthorized"] },
};
