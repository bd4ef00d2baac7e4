import { encodeExtension } from "../../x509/extension.ts";
import { keyUsage } from "../../x509/extensions/key-usage.ts";
import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlSignerNoCrlsign: Fault = {
  id: "crl-signer-no-crlsign",
  title: "The CRL's signer may not sign CRLs",
  story: "keyUsage of the CA that signed the revocation list lacks cRLSign. The list does not count.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 4,
  raises: ["crl-signer-no-crlsign"],
  ambiguity: "revocation",
  prints: unusableCrl(35),
  revocation: "crl",
  build: (lab) => {
    const issuing = lab.newCa(lab.root, { extensions: { keyUsage: encodeExtension(keyUsage, ["keyCertSign"], true) } });
    return { ...checkedByCrl(lab, lab.crl(issuing), { ca: issuing }), sent: [lab.newLeaf(issuing), issuing] };
  },
};
