import type { Fault } from "../fault.ts";
import { weakDigest } from "../prints/verification.ts";

export const sha1Signature: Fault = {
  id: "sha1-signature",
  title: "Signed with SHA-1",
  story:
    "A certificate of the chain is signed with SHA-1. Two certificates with one SHA-1 can be made for money, so clients refuse it.",
  citation: "RFC 6194",
  severity: "most clients refuse",
  weight: 20,
  raises: ["sha1-signature"],
  badssl: "sha1-intermediate",
  ambiguity: "weak",
  prints: { ...weakDigest, java: "accepts" },
  build: (lab) => {
    const rsa = lab.newCa(lab.root, { key: lab.key("rsa", "rsa-2048") });
    return { sent: [lab.newLeaf(rsa, { signature: "rsa-pkcs1-sha1" }), rsa] };
  },
};
