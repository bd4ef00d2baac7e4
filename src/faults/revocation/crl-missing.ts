import { misbehaving } from "../build/misbehaviour.ts";
import { checkedByCrl } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/revocation.ts";

export const crlMissing: Fault = {
  id: "crl-missing",
  title: "There is no CRL",
  story:
    "This client must check for revocation and has no list for the issuer. Mostly the check was switched on without giving it the CRL.",
  citation: "RFC 5280 section 6.3.3",
  severity: "some clients refuse",
  weight: 20,
  raises: ["crl-missing"],
  ambiguity: "revocation",
  prints: { ...unusableCrl(3), schannel: ["windows-no-revocation-check", "windows-revocation-offline"] },
  revocation: "crl",
  build: (lab) => {
    const scene = checkedByCrl(lab, undefined);
    return { ...scene, endpoints: [...scene.endpoints, ...misbehaving("crl", lab.crl(lab.issuing))] };
  },
};
