import { oidWords } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import { PublicKey } from "../keys/public-key.ts";
import { signatureAlgorithmOf } from "../keys/signature-algorithms.ts";
import { verifySignature } from "../keys/verify-signature.ts";
import type { CertificationRequest } from "../x509/certification-request.ts";

/**
 * The key of a certification request, once its signature has shown that the requester holds the private half (RFC 2986 section 3).
 * @throws PkiError ERR_CSR_SIGNATURE_BAD, ERR_CSR_SIGNATURE_WEAK, ERR_CSR_SIGNATURE_UNSUPPORTED, ERR_KEY_MALFORMED
 */
export function provenKey({ spkiDer, infoDer, signature, signatureAlgorithm }: CertificationRequest): PublicKey {
  const key = PublicKey.fromSpki(spkiDer);
  const algorithm = signatureAlgorithmOf(signatureAlgorithm);
  const words = algorithm?.words ?? oidWords(signatureAlgorithm.oid);
  if (algorithm?.weak !== undefined) throw new PkiError("ERR_CSR_SIGNATURE_WEAK", { algorithm: words });
  const verdict = verifySignature(signatureAlgorithm, key, infoDer, signature);
  if (verdict === "unsupported") throw new PkiError("ERR_CSR_SIGNATURE_UNSUPPORTED", { algorithm: words });
  if (verdict !== "good") throw new PkiError("ERR_CSR_SIGNATURE_BAD", { verdict });
  return key;
}
