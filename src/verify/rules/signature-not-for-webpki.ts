import { oidWords } from "../../asn1/oids.ts";
import { signatureAlgorithmOf } from "../../keys/signature-algorithms.ts";
import type { CertificateRule } from "../rule.ts";

const schemes: ReadonlySet<string> = new Set(["ecdsa", "rsa-pkcs1", "rsa-pss"]);
const hashes: ReadonlySet<string | undefined> = new Set(["sha256", "sha384", "sha512"]);

export const signatureNotForWebpki: CertificateRule = {
  id: "signature-not-for-webpki",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.3.2",
  summary: "A signature is ECDSA or RSA with SHA-256, SHA-384 or SHA-512.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "signatureAlgorithm",
  check: ({ signatureAlgorithm }) => {
    const algorithm = signatureAlgorithmOf(signatureAlgorithm);
    const isAllowed = algorithm && schemes.has(algorithm.scheme) && hashes.has(algorithm.hash);
    return isAllowed ? undefined : `signed with ${algorithm?.words ?? oidWords(signatureAlgorithm.oid)}`;
  },
};
