import type { CertificateRule } from "../rule.ts";

export const explicitEcParameters: CertificateRule = {
  id: "explicit-ec-parameters",
  severity: "error",
  citation: "RFC 5480 section 2.1.1",
  summary: "An elliptic curve is named, not spelled out.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "subjectPublicKeyInfo",
  check: (_, { entry }) => (entry.publicKey.explicitCurve ? "the key spells out its curve" : undefined),
};
