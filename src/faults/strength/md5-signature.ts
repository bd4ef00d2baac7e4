import type { Fault } from "../fault.ts";
import { weakDigest } from "../prints/verification.ts";

export const md5Signature: Fault = {
  id: "md5-signature",
  title: "Signed with MD5",
  story:
    "A certificate of the chain is signed with MD5. Two certificates with one MD5 can be made in seconds, so clients refuse it.",
  citation: "RFC 6151",
  severity: "every client refuses",
  weight: 8,
  raises: ["md5-signature"],
  ambiguity: "weak",
  prints: { ...weakDigest, java: ["alert-40", "java-disabled-algorithm"] },
  build: (lab) => {
    const rsa = lab.newCa(lab.root, { key: lab.key("rsa", "rsa-2048") });
    return { sent: [lab.newLeaf(rsa, { signature: "rsa-pkcs1-md5" }), rsa] };
  },
};
