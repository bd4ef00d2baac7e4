import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { readLenientHeader } from "../../asn1/lenient-header.ts";
import { derError } from "../../asn1/reader.ts";
import { TAG, tagName } from "../../asn1/tag.ts";
import { sequence } from "../../asn1/writer.ts";
import { CertificateList } from "../../x509/certificate-list.ts";

/** What may stand before the entries, and after them. Bytes. */
const MAX_EDGE = 64 * 1024;
const READ_BYTES = 1024 * 1024;
const PIECE_BYTES = 256 * 1024;

/** A CRL in a file, of whatever size: read without its entries. */
export interface CrlFile {
  /** The list with its entries left out, so that only its signature is wrong. */
  readonly withoutEntries: CertificateList;
  /** Octets that the signature covers. */
  readonly tbsLength: number;
  /** Those octets, in pieces. */
  tbsChunks(): AsyncIterable<Uint8Array>;
  /** The entries, one after another, in pieces of any size; each is good until the next one is asked for. */
  entryChunks(): AsyncIterable<Uint8Array>;
}

/** @throws PkiError ERR_DER when it is not a CRL in DER, or cut off */
export async function readCrlFile(path: string): Promise<CrlFile> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read = async (from: number, to: number) => {
      const bytes = Buffer.alloc(Math.min(to - from, MAX_EDGE));
      await file.read(bytes, 0, bytes.length, from);
      return bytes;
    };
    const front = await read(0, size);
    const { tbs, entries } = layoutOf(front, size);
    if (size - entries.end > MAX_EDGE) throw derError(entries.end, "the extensions and the signature", "far more");
    const back = await read(entries.end, size);
    const fields = front.subarray(tbs.contentStart, entries.start);
    const extensions = back.subarray(0, tbs.end - entries.end);
    const seal = back.subarray(tbs.end - entries.end);
    return {
      withoutEntries: CertificateList.parse(sequence(sequence(fields, extensions), seal)),
      tbsLength: tbs.end - tbs.start,
      tbsChunks: () => createReadStream(path, { start: tbs.start, end: tbs.end - 1, highWaterMark: READ_BYTES }),
      entryChunks: () => readPieces(path, entries.contentStart, entries.end),
    };
  } finally {
    await file.close();
  }
}

/** Over and over into the same memory. */
async function* readPieces(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (let at = start; at < end; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE_BYTES, end - at), at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Where the signed part lies, and in it the entries: RFC 5280 section 5.1. */
function layoutOf(front: Uint8Array, size: number) {
  const header = (start: number, ...tags: readonly number[]) => {
    const tag = start < front.length ? (front[start] as number) : -1;
    if (!tags.includes(tag)) throw derError(start, tags.map(tagName).join(" or "), tag < 0 ? "the end" : tagName(tag));
    const { contentStart, end, problem } = readLenientHeader(front, start, size);
    if (problem !== undefined) throw derError(start, "DER", problem);
    return { start, contentStart, end };
  };
  const list = header(0, TAG.sequence);
  const tbs = header(list.contentStart, TAG.sequence);
  let at = tbs.contentStart;
  const skip = (...tags: readonly number[]) => {
    at = header(at, ...tags).end;
  };
  if (front[at] === TAG.integer) skip(TAG.integer); // version
  skip(TAG.sequence); // signature
  skip(TAG.sequence); // issuer
  skip(TAG.utcTime, TAG.generalizedTime); // thisUpdate
  if (front[at] === TAG.utcTime || front[at] === TAG.generalizedTime) skip(TAG.utcTime, TAG.generalizedTime); // nextUpdate
  const entries = front[at] === TAG.sequence ? header(at, TAG.sequence) : { start: at, contentStart: at, end: at };
  return { tbs, entries };
}
