import { misbehaving } from "../build/misbehaviour.ts";
import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";

export const ocspTryLater: Fault = {
  id: "ocsp-try-later",
  title: "The responder does not answer",
  story: "The OCSP responder is down or asks to try later. Clients that insist on an answer fail with it.",
  citation: "RFC 6960 section 2.3",
  severity: "some clients refuse",
  weight: 8,
  raises: ["ocsp-try-later"],
  ambiguity: "revocation",
  prints: {
    ...viaOpenSsl("openssl-73", "openssl-100"),
    firefox: ["nss-ocsp-try-later"],
    java: ["java-revocation-unknown"],
    chromium: ["chromium-revocation-unknown"],
    dotnet: ["dotnet-revocation-unknown"],
    schannel: ["windows-revocation-offline"],
    apple: ["apple-revocation-unknown"],
  },
  revocation: "ocsp",
  build: (lab) => {
    const scene = checkedByOcsp(lab, { error: "tryLater" });
    return { ...scene, endpoints: [...scene.endpoints, ...misbehaving("ocsp", lab.ocsp(lab.issuing, lab.leaf))] };
  },
};
