import type { CertificateRule } from "../rule.ts";

const curves: ReadonlySet<string> = new Set(["ecdsa-p256", "ecdsa-p384", "ecdsa-p521"]);
/** Bits. */
const MIN_RSA = 2048;

export const keyNotForWebpki: CertificateRule = {
  id: "key-not-for-webpki",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 6.1.5",
  summary: "A key is RSA of 2048 bits or more, a multiple of 8, or on P-256, P-384 or P-521.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "subjectPublicKeyInfo",
  check: (_, { entry }) => {
    const { kind, keyType, bits = 0, words } = entry.publicKey;
    const isAllowed = kind === "rsa" ? bits >= MIN_RSA && bits % 8 === 0 : keyType && curves.has(keyType.id);
    return isAllowed ? undefined : `the key is ${words}`;
  },
};
