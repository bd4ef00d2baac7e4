import { oidWords } from "../../asn1/oids.ts";
import { signatureAlgorithmOf } from "../../keys/signature-algorithms.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** The algorithm in the signed part is the one that the outer field will repeat (RFC 5280 section 4.1.2.3). */
export const signatureRule: PolicyRule = {
  id: "signature",
  summary: "The issuer signs with an algorithm that the profile lists.",
  check({ certificate, profile: { signatures } }, refuse) {
    const identifier = certificate.tbsSignatureAlgorithm;
    const algorithm = signatureAlgorithmOf(identifier);
    const allowed =
      algorithm !== undefined &&
      (signatures === "strong" ? algorithm.weak === undefined : signatures.includes(algorithm.id));
    if (allowed) return;
    refuse({
      at: "signature",
      found: algorithm?.id ?? oidWords(identifier.oid),
      allowed: signatures === "strong" ? "any without known collisions" : signatures.join(" or "),
      knob: "signatures",
    });
  },
};
