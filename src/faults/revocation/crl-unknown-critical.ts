import { nul } from "../../asn1/writer.ts";
import { encodeRawExtension } from "../../x509/extension.ts";
import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

/** Under 2.999, the arc of examples (Rec. ITU-T X.660): an object identifier that nobody has given a meaning. */
const unknown = encodeRawExtension("2.999.1", nul(), true);

export const crlUnknownCritical: Fault = {
  id: "crl-unknown-critical",
  title: "The CRL has an unknown critical extension",
  story:
    "The revocation list has a critical extension that this client does not know. Its meaning is not sure, so it does not count.",
  citation: "RFC 5280 section 5.2",
  severity: "some clients refuse",
  weight: 1,
  raises: ["crl-unknown-critical"],
  ambiguity: "revocation",
  prints: unusableCrl(36),
  revocation: "crl",
  build: (lab) => checkedByCrl(lab, lab.crl(lab.issuing, { extensions: { unknown } })),
};
