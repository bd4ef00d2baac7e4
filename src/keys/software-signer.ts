import { constants, createSign, type KeyObject, type SignKeyObjectInput, sign } from "node:crypto";
import { chooseSignatureAlgorithm } from "./choose-signature-algorithm.ts";
import type { HashName } from "./hash-algorithm.ts";
import type { PrivateKey } from "./private-key.ts";
import type { SignatureAlgorithmId } from "./signature-algorithms.ts";
import type { SignatureStream, Signer } from "./signer.ts";

/** A signer whose signatures are there at once. */
export interface SoftwareSigner extends Signer {
  sign(data: Uint8Array): Uint8Array;
}

/**
 * Signs with a key in memory through node:crypto. The KeyObject is held: on Node 20, reading it for each signature costs 16 times as much.
 * @throws PkiError ERR_SIGNATURE_ALGORITHM_MISMATCH when the algorithm is not one of the key's
 */
export function softwareSigner(key: PrivateKey, algorithm?: SignatureAlgorithmId): SoftwareSigner {
  const { publicKey, keyObject } = key;
  const signatureAlgorithm = chooseSignatureAlgorithm(publicKey, algorithm);
  const { hash, saltLength } = signatureAlgorithm;
  const input =
    saltLength === undefined ? keyObject : { key: keyObject, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  const signer: SoftwareSigner = { publicKey, signatureAlgorithm, sign: (data) => sign(hash, data, input) };
  return hash === undefined ? signer : { ...signer, begin: () => beginSignature(hash, input) };
}

function beginSignature(hash: HashName, input: SignKeyObjectInput | KeyObject): SignatureStream {
  const signature = createSign(hash);
  return { update: (data) => signature.update(data), finish: () => signature.sign(input) };
}
