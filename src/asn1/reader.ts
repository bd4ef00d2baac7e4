import { PkiError } from "../errors/pki-error.ts";
import { derError } from "./der-error.ts";
import { Element } from "./element.ts";
import {
  type BitString,
  readBigInteger,
  readBitString,
  readBoolean,
  readInteger,
  readIntegerBytes,
  readNull,
  readOid,
  readTime,
} from "./primitives.ts";
import { contextConstructed, TAG, tagName } from "./tag.ts";

export { derError } from "./der-error.ts";

/** How deep constructed values may nest. X.509 needs about ten. */
export const MAX_DEPTH = 64;
/** How much DER one call reads unless told: far above any certificate, far below memory. Bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

export interface DerReaderOptions {
  readonly maxBytes?: number;
}

/**
 * A strict DER cursor (X.690 section 10): definite, minimal lengths, minimal integers, canonical booleans. It copies nothing: what it
 * returns are views of the bytes it was given. Offsets in its errors count from the start of those bytes.
 */
export class DerReader {
  readonly source: Uint8Array;
  readonly #depth: number;
  #end: number;
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

  /** A cursor over the content of a constructed element that stands by itself. */
  static within(element: Pick<Element, "source" | "contentStart" | "end">): DerReader {
    return new DerReader(element.source, element.contentStart, element.end, 1);
  }

  /** A cursor over the content of a constructed element. */
  inside(element: Element): DerReader {
    if (this.#depth >= MAX_DEPTH) throw tooDeep(element.start);
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
    const contentStart = this.#pass(what);
    return new Element(this.source, this.source[start] as number, start, contentStart, this.#offset);
  }

  /** The next element, which must carry this tag. `what` names it in the error. */
  expect(tag: number, what?: string): Element {
    const start = this.#offset;
    const contentStart = this.passOver(tag, what);
    return new Element(this.source, tag, start, contentStart, this.#offset);
  }

  /** Passes over the next element, which must carry this tag: where its content begins. It ends at the offset. */
  passOver(tag: number, what: string | undefined): number {
    if (this.peek() === tag) return this.#pass("an element");
    const expected = what === undefined ? tagName(tag) : `${what} (${tagName(tag)})`;
    throw derError(this.#offset, expected, this.atEnd ? "the end" : tagName(this.peek()));
  }

  /** The next element if it carries this tag. */
  optional(tag: number): Element | undefined {
    return this.peek() === tag ? this.next() : undefined;
  }

  /** A cursor inside the next element, which must carry this tag. */
  enter(tag: number, what?: string): DerReader {
    const start = this.#offset;
    const contentStart = this.passOver(tag, what);
    if (this.#depth >= MAX_DEPTH) throw tooDeep(start);
    return new DerReader(this.source, contentStart, this.#offset, this.#depth + 1);
  }

  /** Goes inside the next element itself, where `enter` makes a cursor for it. What it returns is for `close`. */
  open(tag: number, what?: string): number {
    const outerEnd = this.#end;
    const contentStart = this.passOver(tag, what);
    this.#end = this.#offset;
    this.#offset = contentStart;
    return outerEnd;
  }

  /** Comes out of the element that `open` went into, of which nothing may be left. */
  close(outerEnd: number, what?: string): void {
    this.end(what);
    this.#end = outerEnd;
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
    return readBoolean(this.expect(tag, what));
  }

  /** The content octets of an INTEGER: two's complement, minimal. */
  integerBytes(tag: number = TAG.integer, what?: string): Uint8Array {
    return readIntegerBytes(this.expect(tag, what));
  }

  /** A small INTEGER or ENUMERATED: |value| < 2^47, a JavaScript number. */
  integer(tag: number = TAG.integer, what?: string): number {
    return readInteger(this.expect(tag, what));
  }

  /** An INTEGER of any size. */
  bigInteger(tag: number = TAG.integer, what?: string): bigint {
    return readBigInteger(this.expect(tag, what));
  }

  oid(tag: number = TAG.oid, what?: string): string {
    const start = this.#offset;
    const contentStart = this.passOver(tag, what);
    return readOid(this.source, start, contentStart, this.#offset);
  }

  octetString(tag: number = TAG.octetString, what?: string): Uint8Array {
    return this.source.subarray(this.passOver(tag, what), this.#offset);
  }

  bitString(tag: number = TAG.bitString, what?: string): BitString {
    return readBitString(this.expect(tag, what));
  }

  null(): null {
    return readNull(this.expect(TAG.null));
  }

  /** UTCTime or GeneralizedTime, in the forms of RFC 5280 section 4.1.2.5. */
  time(what = "a time"): Date {
    if (this.peek() === TAG.utcTime) return readTime(this.next(), TAG.utcTime, what);
    return this.generalizedTime(TAG.generalizedTime, what);
  }

  /** GeneralizedTime in whole seconds, also under an IMPLICIT tag. */
  generalizedTime(tag: number = TAG.generalizedTime, what = "a time"): Date {
    return readTime(this.expect(tag, what), TAG.generalizedTime, what);
  }

  /** Passes over the next element; where its content begins. It ends at the offset. */
  #pass(what: string): number {
    const { source } = this;
    const start = this.#offset;
    if (start >= this.#end) throw derError(start, what, "the end");
    const tag = source[start] as number;
    let at = (tag & 0x1f) === 0x1f ? this.#afterHighTag(start) : start + 1;
    if (at >= this.#end) throw derError(start, "a whole length", "the end");
    let length = source[at++] as number;
    if (length >= 0x80) {
      const octets = length & 0x7f;
      length = this.#longLength(start, at, octets);
      at += octets;
    }
    const end = at + length;
    if (end > this.#end) throw derError(start, `${length} content octets of ${tagName(tag)}`, `${this.#end - at}`);
    this.#offset = end;
    return at;
  }

  // A tag number from 31 on stands in octets of its own, the last one below 80, the fewest that hold it (X.690 section 8.1.2.4).
  #afterHighTag(start: number): number {
    const first = this.source[start + 1] as number;
    let at = start + 1;
    while (at < this.#end && (this.source[at] as number) & 0x80) at++;
    if (at - start > 5) throw derError(start, "a tag number of at most 5 octets", "more");
    if (first === 0x80 || first < 0x1f) throw derError(start, "a minimal tag number", "a longer form");
    return at + 1;
  }

  // X.690 section 10.1: definite, in the fewest octets. Four octets hold more than anything that is read here.
  #longLength(start: number, from: number, octets: number): number {
    if (octets === 0) throw derError(start, "a definite length", "an indefinite one");
    if (octets > 4) throw derError(start, "a length of at most 4 octets", `${octets} octets`);
    if (from + octets > this.#end) throw derError(start, "a whole length", "the end");
    let length = 0;
    for (let at = from; at < from + octets; at++) length = length * 256 + (this.source[at] as number);
    if (length < 0x80 || this.source[from] === 0)
      throw derError(start, "a minimal length", `${octets} length octets for ${length}`);
    return length;
  }
}

function tooDeep(start: number): PkiError {
  return derError(start, `at most ${MAX_DEPTH} levels`, "one more");
}
