import { encodeExtension } from "../../x509/extension.ts";
import { tlsFeature, tlsFeatureNumbers } from "../../x509/extensions/tls-feature.ts";
import type { Issued } from "../build/issued.ts";
import type { Lab } from "../build/lab.ts";
import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll, viaGnutls } from "../prints/prints.ts";

export const mustStapleNoStaple: Fault = {
  id: "must-staple-no-staple",
  title: "A stapled response was promised, and none came",
  story: "The certificate says that the server always staples an OCSP response. The server did not.",
  citation: "RFC 7633 section 4.3.1",
  severity: "some clients refuse",
  weight: 10,
  raises: ["must-staple-no-staple"],
  ambiguity: "revocation",
  prints: {
    ...acceptedByAll,
    ...viaGnutls("gnutls-no-staple"),
    curl: ["curl-no-staple"],
    java: ["java-ocsp-nobody"],
    firefox: ["nss-no-staple"],
    others: ["curl-status-invalid"],
  },
  revocation: "ocsp",
  build: (lab) => ({
    ...checkedByOcsp(lab),
    sent: lab.below(stapling(lab)),
    ocsp: [],
    verify: {},
  }),
  mend: (lab) => checkedByOcsp(lab, {}, stapling(lab)),
};

function stapling(lab: Lab): Issued {
  const mustStaple = encodeExtension(tlsFeature, [tlsFeatureNumbers.statusRequest], false);
  return lab.newLeaf(lab.issuing, { extensions: { tlsFeature: mustStaple } });
}
