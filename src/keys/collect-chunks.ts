import { PkiError } from "../errors/pki-error.ts";
import type { SignatureAlgorithm } from "./signature-algorithms.ts";

/** What an algorithm that must see everything at once is given at most: some 1.8 million entries of a CRL. Bytes. */
const MAX_WHOLE_MESSAGE = 64 * 1024 * 1024;

/** All pieces in one. @throws PkiError ERR_MESSAGE_TOO_LARGE */
export async function collectChunks(
  chunks: AsyncIterable<Uint8Array>,
  byteLength: number,
  algorithm: SignatureAlgorithm,
): Promise<Uint8Array> {
  if (byteLength > MAX_WHOLE_MESSAGE)
    throw new PkiError("ERR_MESSAGE_TOO_LARGE", {
      size: byteLength,
      limit: MAX_WHOLE_MESSAGE,
      algorithm: algorithm.words,
    });
  const message = new Uint8Array(byteLength);
  let at = 0;
  for await (const chunk of chunks) {
    message.set(chunk, at);
    at += chunk.length;
  }
  return message;
}
