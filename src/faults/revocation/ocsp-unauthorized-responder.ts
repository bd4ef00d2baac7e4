import { OID } from "../../asn1/oids.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { ocspNoCheck } from "../../x509/extensions/ocsp-no-check.ts";
import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { refusedByGnutls, unusableOcsp } from "../prints/revocation.ts";

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
  prints: {
    ...unusableOcsp(["curl-ocsp-signature"], "nss-ocsp-unauthorized"),
    ...refusedByGnutls("gnutls-ocsp-invalid"),
    java: ["java-ocsp-signer"],
    others: ["openssl-74", "openssl-97"],
  },
  revocation: "ocsp",
  build: (lab) =>
    checkedByOcsp(lab, {
      responder: lab.newLeaf(lab.issuing, { subject: lab.subject("Responder"), key: lab.key("responder") }),
    }),
  mend: (lab) =>
    checkedByOcsp(lab, {
      responder: lab.newLeaf(lab.issuing, {
        subject: lab.subject("Responder"),
        key: lab.key("responder"),
        extensions: {
          extendedKeyUsage: encodeExtension(extendedKeyUsage, [OID.ocspSigning], false),
          ocspNoCheck: encodeExtension(ocspNoCheck, null, false),
        },
      }),
    }),
};
