import { PkiError } from "../errors/pki-error.ts";
import { asBuffer, toHex } from "./bytes.ts";
import { Element } from "./element.ts";
import { decodeOid } from "./oid.ts";
import { contextConstructed, TAG, tagName } from "./tag.ts";
import { decodeTime } from "./time.ts";

/** How deep constructed values may nest. X.509 needs about ten. */
export const MAX_DEPTH = 64;
/** How much DER one call reads unless told: far above any certificate, far below memory. Bytes. */
export const MAX_BYTES: number = 16 * 1024 * 1024;

export interface DerReaderOptions {
  readonly maxBytes?: number;
}

/**
 * A strict DER cursor (X.690 section 10): definite, minimal lengths, minimal integers, canonical booleans. It copies nothing: what it
 * returns are views of the bytes it was given. Offsets in its errors count from the start of those bytes.
 */
export class DerReader {
  readonly source: Uint8Array;
  readonly #end: number;
  readonly #depth: number;
  #offset: number;

  private constructor(source: Uint8Array, offset: number, end: number, depth: number) {
    this.source = source;
    this.#offset = offset;
    this.#end = end;
    this.#depth = depth;
  }

  /** @throws PkiError ERR_DER_TOO_LARGE */
  static of(bytes: Uint8Array, options: DerReaderOptions = {}): DerReader {
    const limit = options.maxBytes ?? MAX_BYTES;
    if (bytes.length > limit) throw new PkiError("ERR_DER_TOO_LARGE", { size: bytes.length, limit });
    return new DerReader(bytes, 0, bytes.length, 0);
  }

  /** A cursor that stands before one element and ends with it; offsets still count in the bytes that the element was read from. */
  static over(element: Element): DerReader {
    return new DerReader(element.source, element.start, element.end, 0);
  }

  /** A cursor over the content of a constructed element. */
  inside(element: Element): DerReader {
    if (this.#depth >= MAX_DEPTH) throw derError(element.start, `at most ${MAX_DEPTH} levels`, "one more");
    return new DerReader(element.source, element.contentStart, element.end, this.#depth + 1);
  }

  get offset(): number {
    return this.#offset;
  }

  get atEnd(): boolean {
    return this.#offset >= this.#end;
  }

  /** The next identifier octet, or -1 at the end. */
  peek(): number {
    return this.#offset < this.#end ? (this.source[this.#offset] as number) : -1;
  }

  /** The next element, whatever it is. */
  next(what = "an element"): Element {
    const start = this.#offset;
    const { source } = this;
    let at = start;
    if (at >= this.#end) throw derError(start, what, "the end");
    const tag = source[at++] as number;
    if ((tag & 0x1f) === 0x1f) at = this.#skipHighTag(at);
    let length = at < this.#end ? (source[at++] as number) : this.#cut(start);
    if (length >= 0x80) {
      const octets = length & 0x7f;
      if (octets === 0) throw derError(start, "a definite length", "an indefinite one");
      if (octets > 4) throw derError(start, "a length of at most 4 octets", `${octets} octets`);
      if (at + octets > this.#end) this.#cut(start);
      length = 0;
      for (let i = 0; i < octets; i++) length = length * 256 + (source[at++] as number);
      if (length < 0x80 || length < 2 ** (8 * (octets - 1)))
        throw derError(start, "a minimal length", `${octets} length octets for ${length}`);
    }
    const end = at + length;
    if (end > this.#end) throw derError(start, `${length} content octets of ${tagName(tag)}`, `${this.#end - at}`);
    this.#offset = end;
    return new Element(source, tag, start, at, end);
  }

  /** The next element, which must carry this tag. `what` names it in the error. */
  expect(tag: number, what?: string): Element {
    if (this.peek() !== tag) {
      const expected = what === undefined ? tagName(tag) : `${what} (${tagName(tag)})`;
      throw derError(this.#offset, expected, this.atEnd ? "the end" : tagName(this.peek()));
    }
    return this.next();
  }

  /** The next element if it carries this tag. */
  optional(tag: number): Element | undefined {
    return this.peek() === tag ? this.next() : undefined;
  }

  /** A cursor inside the next element, which must carry this tag. */
  enter(tag: number, what?: string): DerReader {
    return this.inside(this.expect(tag, what));
  }

  /** A cursor inside the next element if it carries this tag. */
  enterOptional(tag: number): DerReader | undefined {
    return this.peek() === tag ? this.enter(tag) : undefined;
  }

  sequence(what?: string): DerReader {
    return this.enter(TAG.sequence, what);
  }

  /** Inside `[n] EXPLICIT`, when it is there. */
  explicit(n: number): DerReader | undefined {
    return this.enterOptional(contextConstructed(n));
  }

  /** Reads until the end: SEQUENCE OF and SET OF. */
  each<T>(read: (reader: DerReader) => T): T[] {
    const items: T[] = [];
    while (!this.atEnd) items.push(read(this));
    return items;
  }

  /** Like `each`, for SIZE (1..MAX): `what` names the item that must be there. */
  someOf<T>(what: string, read: (reader: DerReader) => T): T[] {
    if (this.atEnd) throw derError(this.#offset, what, "the end");
    return this.each(read);
  }

  /** Inside a SET OF, which must be there, hold at least one item and be sorted (X.690 section 11.6). */
  setOf<T>(what: string, read: (reader: DerReader) => T): T[] {
    const body = this.enter(TAG.set, what);
    let previous: Uint8Array | undefined;
    return body.someOf(what, (items) => {
      const start = items.offset;
      const item = read(items);
      const der = this.source.subarray(start, items.offset);
      if (previous && Buffer.compare(previous, der) > 0) throw derError(start, "a sorted SET OF", "a smaller item");
      previous = der;
      return item;
    });
  }

  /** Nothing may follow. */
  end(what = "the end"): void {
    if (!this.atEnd) throw derError(this.#offset, what, tagName(this.peek()));
  }

  boolean(tag: number = TAG.boolean, what?: string): boolean {
    const { content, start } = this.expect(tag, what);
    if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
      throw derError(start, "a BOOLEAN of 00 or FF", excerpt(content));
    return content[0] === 0xff;
  }

  /** The content octets of an INTEGER: two's complement, minimal. */
  integerBytes(tag: number = TAG.integer, what?: string): Uint8Array {
    const { content, start } = this.expect(tag, what);
    const [first, second] = content;
    if (first === undefined) throw derError(start, "an INTEGER", "no content octets");
    if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
      throw derError(start, "a minimal INTEGER", excerpt(content));
    return content;
  }

  /** A small INTEGER or ENUMERATED: |value| < 2^47, a JavaScript number. */
  integer(tag: number = TAG.integer, what?: string): number {
    const start = this.#offset;
    const content = this.integerBytes(tag, what);
    if (content.length > 6) throw derError(start, "an INTEGER below 2^47", `${content.length} octets`);
    let value = (content[0] as number) & 0x80 ? -1 : 0;
    for (const octet of content) value = value * 256 + octet;
    return value;
  }

  /** An INTEGER of any size. */
  bigInteger(tag: number = TAG.integer, what?: string): bigint {
    const content = this.integerBytes(tag, what);
    return BigInt.asIntN(content.length * 8, BigInt(`0x${toHex(content)}`));
  }

  oid(tag: number = TAG.oid, what?: string): string {
    const element = this.expect(tag, what);
    const dotted = decodeOid(element.source, element.contentStart, element.end);
    if (dotted === undefined) throw derError(element.start, "an OBJECT IDENTIFIER", excerpt(element.content));
    return dotted;
  }

  octetString(tag: number = TAG.octetString, what?: string): Uint8Array {
    return this.expect(tag, what).content;
  }

  /** A BIT STRING: its octets without the leading count, and how many of the last bits are unused (they must be zero). */
  bitString(tag: number = TAG.bitString, what?: string): { readonly bytes: Uint8Array; readonly unusedBits: number } {
    const { content, start } = this.expect(tag, what);
    const unusedBits = content[0];
    const last = content[content.length - 1] as number;
    const bad = unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0);
    if (bad || (unusedBits > 0 && last & ((1 << unusedBits) - 1)))
      throw derError(start, "a BIT STRING with zero padding", excerpt(content.subarray(0, 4)));
    return { bytes: content.subarray(1), unusedBits };
  }

  null(): null {
    const { length, start } = this.expect(TAG.null);
    if (length !== 0) throw derError(start, "an empty NULL", `${length} octets`);
    return null;
  }

  /** UTCTime or GeneralizedTime, in the forms of RFC 5280 section 4.1.2.5. */
  time(what = "a time"): Date {
    if (this.peek() === TAG.utcTime) return this.#timeOf(TAG.utcTime, TAG.utcTime, `${what} as YYMMDDHHMMSSZ`);
    return this.generalizedTime(TAG.generalizedTime, what);
  }

  /** GeneralizedTime under any tag, in whole seconds. */
  generalizedTime(tag: number = TAG.generalizedTime, what = "a time"): Date {
    return this.#timeOf(tag, TAG.generalizedTime, `${what} as YYYYMMDDHHMMSSZ`);
  }

  #timeOf(tag: number, type: number, what: string): Date {
    const { start, content } = this.expect(tag, what);
    const ms = decodeTime(type, content);
    if (ms === undefined) throw derError(start, what, quoted(content));
    return new Date(ms);
  }

  // A tag number from 31 on stands in octets of its own, the last one below 80, the fewest that hold it (X.690 section 8.1.2.4).
  #skipHighTag(from: number): number {
    let at = from;
    while (at < this.#end && (this.source[at] as number) & 0x80) at++;
    if (at - from > 4) throw derError(from - 1, "a tag number of at most 5 octets", "more");
    const first = this.source[from] as number;
    if (at < this.#end && (first === 0x80 || (at === from && first < 0x1f)))
      throw derError(from - 1, "a minimal tag number", excerpt(this.source.subarray(from, at + 1)));
    return at + 1;
  }

  #cut(start: number): never {
    throw derError(start, "a whole length", "the end");
  }
}

/** An ERR_DER with its three facts. */
export function derError(offset: number, expected: string, found: string): PkiError {
  return new PkiError("ERR_DER", { offset, expected, found });
}

function excerpt(bytes: Uint8Array): string {
  return toHex(bytes.subarray(0, 16)) || "no octets";
}

function quoted(bytes: Uint8Array): string {
  return JSON.stringify(asBuffer(bytes.subarray(0, 32)).toString("latin1"));
}
