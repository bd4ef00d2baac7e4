import { PkiError } from "../errors/pki-error.ts";
import type { PublicKey } from "./public-key.ts";
import {
  type SignatureAlgorithm,
  type SignatureAlgorithmId,
  signatureAlgorithm,
  signatureAlgorithms,
} from "./signature-algorithms.ts";

/**
 * The algorithm that a key signs with: the one asked for, else the key's own.
 * @throws PkiError ERR_SIGNATURE_ALGORITHM_MISMATCH when it is not one of the key's
 */
export function chooseSignatureAlgorithm(key: PublicKey, asked?: SignatureAlgorithmId): SignatureAlgorithm {
  const fitting = signatureAlgorithms.filter((algorithm) => algorithm.scheme !== "dsa" && suitsKey(algorithm, key));
  const own = fitting.find(({ id }) => id === key.keyType?.signsWith) ?? fitting[0];
  const chosen = asked === undefined ? own : fitting.find(({ id }) => id === signatureAlgorithm(asked).id);
  if (chosen !== undefined) return chosen;
  const known = fitting.map(({ id }) => id).join(", ") || "none";
  throw new PkiError("ERR_SIGNATURE_ALGORITHM_MISMATCH", {
    algorithm: asked ?? "any algorithm",
    key: key.words,
    known,
  });
}

/** True when this kind of key makes such signatures, and an id-RSASSA-PSS key's parameters allow it (RFC 4055 section 3.3). */
export function suitsKey({ keyKinds, hash, saltLength = 0 }: SignatureAlgorithm, key: PublicKey): boolean {
  if (key.kind === undefined || !keyKinds.includes(key.kind)) return false;
  const only = key.pssParameters;
  return only === undefined || (only.hash === hash && only.mgf1Hash === hash && saltLength >= only.saltLength);
}
