import { constants, verify } from "node:crypto";
import type { BitString } from "../asn1/primitives.ts";
import { isPkiError } from "../errors/pki-error.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { suitsKey } from "./choose-signature-algorithm.ts";
import type { PublicKey } from "./public-key.ts";
import { type SignatureAlgorithm, signatureAlgorithmOf } from "./signature-algorithms.ts";

/**
 * What a signature is worth. `unsupported`: an algorithm, its parameters or a kind of key that rootcause does not check.
 * `wrong-key-type`: the algorithm is not one of this key's. `malformed-key`: the key's numbers are wrong, such as a point off its curve.
 */
export type SignatureVerdict = "good" | "bad" | "unsupported" | "wrong-key-type" | "malformed-key";

/**
 * Checks a signature over DER. As strict as OpenSSL: an ECDSA signature is minimal DER (RFC 3279 section 2.2.3), and a BIT STRING that
 * is not whole octets holds none. Weak hashes are checked all the same: whether they may be used is for policy to say.
 */
export function verifySignature(
  identifier: AlgorithmIdentifier,
  key: PublicKey,
  data: Uint8Array,
  signature: BitString,
): SignatureVerdict {
  const algorithm = signatureAlgorithmOf(identifier);
  if (algorithm === undefined || key.kind === undefined) return "unsupported";
  if (!suitsKey(algorithm, key)) return "wrong-key-type";
  try {
    return signature.unusedBits === 0 && verifies(algorithm, key, data, signature.bytes) ? "good" : "bad";
  } catch (error) {
    if (isPkiError(error, "ERR_KEY_UNSUPPORTED")) return "unsupported";
    if (isPkiError(error, "ERR_KEY_MALFORMED")) return "malformed-key";
    throw error;
  }
}

/** The mathematics alone, for a key that suits the algorithm. @throws PkiError ERR_KEY_UNSUPPORTED, ERR_KEY_MALFORMED */
export function verifies(
  { hash, saltLength }: SignatureAlgorithm,
  { keyObject }: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (saltLength === undefined) return verify(hash, data, keyObject, signature);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify(hash, data, { key: keyObject, padding, saltLength }, signature);
}
