import { encodeHeader } from "../../asn1/header.ts";
import { TAG } from "../../asn1/tag.ts";
import { bitString } from "../../asn1/writer.ts";
import { signChunks } from "../../keys/sign-chunks.ts";
import type { Signer } from "../../keys/signer.ts";
import { crlFrame } from "./crl-frame.ts";
import type { CrlTerms } from "./crl-terms.ts";

/** Entries in DER, one after another, in pieces of any size. They can be asked for again and are the same each time. */
export interface CrlEntrySource {
  /** Octets of all of them. */
  readonly byteLength: number;
  /** Each piece is good until the next one is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A signed CRL that is nowhere yet: its DER comes in pieces when it is asked for. */
export interface BuiltCrl {
  readonly byteLength: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * Signs a CRL over entries that are already DER. Memory holds one piece of them at a time. The entries are read once for the signature
 * and once for the list, whose first octets say how long everything is, the signature included.
 * @throws PkiError ERR_MESSAGE_TOO_LARGE when the signer must see all of it at once, and it is too long for that
 */
export async function buildCrl(terms: CrlTerms, entries: CrlEntrySource, signer: Signer): Promise<BuiltCrl> {
  const { before, after } = crlFrame(terms, entries.byteLength);
  const tbsLength = before.length + entries.byteLength + after.length;
  async function* tbsChunks(): AsyncIterable<Uint8Array> {
    yield before;
    yield* entries.chunks();
    yield after;
  }
  const signature = await signChunks(signer, tbsChunks(), tbsLength);
  const seal = Buffer.concat([terms.signatureAlgorithm.identifierDer, bitString(signature)]);
  const header = encodeHeader(TAG.sequence, tbsLength + seal.length);
  return {
    byteLength: header.length + tbsLength + seal.length,
    async *chunks() {
      yield header;
      yield* tbsChunks();
      yield seal;
    },
  };
}
