import { encodeExtension } from "../../x509/extension.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

const onlyCaCerts = encodeExtension(
  issuingDistributionPoint,
  { onlyContainsUserCerts: false, onlyContainsCaCerts: true, indirectCrl: false, onlyContainsAttributeCerts: false },
  true,
);

export const crlWrongScope: Fault = {
  id: "crl-wrong-scope",
  title: "The CRL is for other certificates",
  story:
    "The revocation list says that it covers other certificates than this one. Its issuingDistributionPoint does not fit.",
  citation: "RFC 5280 section 5.2.5",
  severity: "some clients refuse",
  weight: 2,
  raises: ["crl-wrong-scope"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(44), node: ["openssl-3"] },
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { extensions: { issuingDistributionPoint: onlyCaCerts } })),
};
