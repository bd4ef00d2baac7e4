import type { BitString } from "../asn1/primitives.ts";
import { isPkiError } from "../errors/pki-error.ts";
import { PublicKey } from "../keys/public-key.ts";
import { verifySignature } from "../keys/verify-signature.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";

/** What certificates, revocation lists and OCSP responses have in common. */
export interface SignedObject {
  readonly tbsDer: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: BitString;
}

const known = new WeakMap<SignedObject, Map<PublicKey, boolean>>();

/** True when the key made the signature. A list of a million entries is hashed once, however many certificates it is asked about. */
export function isSignedBy(signed: SignedObject, spkiDer: Uint8Array): boolean {
  const key = publicKeyOf(spkiDer);
  if (key === undefined) return false;
  const verdicts = known.get(signed) ?? new Map<PublicKey, boolean>();
  const verdict = verdicts.get(key) ?? isGood(signed, key);
  known.set(signed, verdicts.set(key, verdict));
  return verdict;
}

function isGood({ signatureAlgorithm, tbsDer, signature }: SignedObject, key: PublicKey): boolean {
  return verifySignature(signatureAlgorithm, key, tbsDer, signature) === "good";
}

/** Undefined for a key that is malformed: it signed nothing, and nothing can name it. */
export function publicKeyOf(spkiDer: Uint8Array): PublicKey | undefined {
  try {
    return PublicKey.fromSpki(spkiDer);
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
