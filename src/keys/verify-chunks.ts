import { constants, createVerify } from "node:crypto";
import type { BitString } from "../asn1/primitives.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { suitsKey } from "./choose-signature-algorithm.ts";
import { collectChunks } from "./collect-chunks.ts";
import type { PublicKey } from "./public-key.ts";
import { signatureAlgorithmOf } from "./signature-algorithms.ts";
import { verifies } from "./verify-signature.ts";

/**
 * True when the key made the signature over what comes in pieces. What needs the whole message gets it, up to a limit.
 * @throws PkiError ERR_MESSAGE_TOO_LARGE, ERR_KEY_UNSUPPORTED, ERR_KEY_MALFORMED
 */
export async function verifyChunks(
  identifier: AlgorithmIdentifier,
  key: PublicKey,
  chunks: AsyncIterable<Uint8Array>,
  byteLength: number,
  { bytes, unusedBits }: BitString,
): Promise<boolean> {
  const algorithm = signatureAlgorithmOf(identifier);
  if (algorithm === undefined || !suitsKey(algorithm, key) || unusedBits !== 0) return false;
  const { hash, saltLength } = algorithm;
  if (hash === undefined) return verifies(algorithm, key, await collectChunks(chunks, byteLength, algorithm), bytes);
  const verification = createVerify(hash);
  for await (const chunk of chunks) verification.update(chunk);
  if (saltLength === undefined) return verification.verify(key.keyObject, bytes);
  return verification.verify({ key: key.keyObject, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, bytes);
}
