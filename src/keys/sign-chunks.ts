import { collectChunks } from "./collect-chunks.ts";
import type { Signer } from "./signer.ts";

/**
 * Signs what comes in pieces. ECDSA and RSA keys in memory hash it as it comes; Ed25519, Ed448 and signers on a device take it whole.
 * @throws PkiError ERR_MESSAGE_TOO_LARGE
 */
export async function signChunks(
  signer: Signer,
  chunks: AsyncIterable<Uint8Array>,
  byteLength: number,
): Promise<Uint8Array> {
  const stream = signer.begin?.();
  if (stream === undefined) return signer.sign(await collectChunks(chunks, byteLength, signer.signatureAlgorithm));
  for await (const chunk of chunks) stream.update(chunk);
  return stream.finish();
}
