import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const ocspUnknown: Fault = {
  id: "ocsp-unknown",
  title: "The responder does not know the certificate",
  story: 'The OCSP responder answers "unknown". It serves another CA, or was not told what this one issued.',
  citation: "RFC 6960 section 3.2",
  severity: "some clients refuse",
  weight: 8,
  raises: ["ocsp-unknown"],
  ambiguity: "revocation",
  prints: { ...viaOpenSsl("openssl-75"), firefox: ["nss-ocsp-unknown"], dotnet: ["dotnet-revocation-unknown"] },
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { status: "unknown" }),
};
