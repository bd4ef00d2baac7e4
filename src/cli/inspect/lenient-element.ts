import { type LenientHeader, readLenientHeader } from "../../asn1/lenient-header.ts";
import { MAX_DEPTH } from "../../asn1/reader.ts";

/** An element that need not be DER, nor even whole. */
export interface LenientElement extends LenientHeader {
  readonly start: number;
  /** Where the next element begins: behind the end-of-contents octets of an indefinite length. */
  readonly next: number;
}

/** The elements that stand in a row, as far as they can be told apart. It never throws. */
export function* lenientElements(bytes: Uint8Array, from = 0, to: number = bytes.length): Generator<LenientElement> {
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to, 0);
    yield element;
    at = element.next;
  }
}

/** What stands in a constructed element. */
export function childrenOf(bytes: Uint8Array, { tag, contentStart, end }: LenientElement): Generator<LenientElement> {
  const constructed = (tag & 0x20) !== 0;
  return lenientElements(bytes, contentStart, constructed ? end : contentStart);
}

function elementAt(bytes: Uint8Array, start: number, to: number, depth: number): LenientElement {
  const header = readLenientHeader(bytes, start, to);
  if (!header.indefinite || depth >= MAX_DEPTH) return { ...header, start, next: header.end };
  const end = endOfContents(bytes, header.contentStart, to, depth);
  return { ...header, start, end, next: Math.min(end + 2, to) };
}

/** Where the two zero octets stand that end an indefinite length (X.690 section 8.1.5). */
function endOfContents(bytes: Uint8Array, from: number, to: number, depth: number): number {
  let at = from;
  while (at < to && !(bytes[at] === 0 && bytes[at + 1] === 0)) at = elementAt(bytes, at, to, depth + 1).next;
  return at;
}
