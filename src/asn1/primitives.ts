import { asBuffer, toHex } from "./bytes.ts";
import { derError } from "./der-error.ts";
import type { Element } from "./element.ts";
import { decodeOid } from "./oid.ts";
import { TAG, tagName } from "./tag.ts";
import { decodeTime } from "./time.ts";

/** A BIT STRING: its octets, and how many bits of the last one do not count. */
export interface BitString {
  readonly bytes: Uint8Array;
  readonly unusedBits: number;
}

// The values of universal types, from an element that carries their tag or an IMPLICIT one. Each throws a PkiError ERR_DER.

/** X.690 section 11.1. */
export function readBoolean(element: Element): boolean {
  const octet = element.source[element.contentStart];
  if (element.length !== 1 || (octet !== 0 && octet !== 0xff))
    throw derError(element.start, "a BOOLEAN of 00 or FF", excerpt(element.content));
  return octet === 0xff;
}

/** The content octets of an INTEGER, two's complement in the fewest octets (X.690 section 8.3). */
export function readIntegerBytes(element: Element): Uint8Array {
  checkInteger(element);
  return element.content;
}

/** An INTEGER or ENUMERATED of at most six octets, which a JavaScript number holds exactly. */
export function readInteger(element: Element): number {
  checkInteger(element);
  const { source, contentStart, end, length } = element;
  if (length > 6) throw derError(element.start, "an INTEGER below 2^47", `${length} octets`);
  let value = (source[contentStart] as number) & 0x80 ? -1 : 0;
  for (let at = contentStart; at < end; at++) value = value * 256 + (source[at] as number);
  return value;
}

/** An INTEGER of any size. */
export function readBigInteger(element: Element): bigint {
  return BigInt.asIntN(element.length * 8, BigInt(`0x${toHex(readIntegerBytes(element))}`));
}

/** X.690 section 8.19; the dotted form. */
export function readOid(source: Uint8Array, start: number, contentStart: number, end: number): string {
  const dotted = decodeOid(source, contentStart, end);
  if (dotted === undefined) throw derError(start, "an OBJECT IDENTIFIER", excerpt(source.subarray(contentStart, end)));
  return dotted;
}

export function readBitString(element: Element): BitString {
  const unusedBits = unusedBitsOf(element);
  return { bytes: element.source.subarray(element.contentStart + 1, element.end), unusedBits };
}

/** How many bits of a BIT STRING do not count. They are zero (X.690 section 11.2.1), and an empty string has none. */
export function unusedBitsOf({ source, start, contentStart, end }: Element): number {
  const unusedBits = source[contentStart] as number;
  if (end === contentStart || unusedBits > 7 || (end === contentStart + 1 && unusedBits > 0)) {
    const found = excerpt(source.subarray(contentStart, Math.min(contentStart + 2, end)));
    throw derError(start, "a BIT STRING with 0 to 7 unused bits", found);
  }
  if (unusedBits > 0 && (source[end - 1] as number) & ((1 << unusedBits) - 1))
    throw derError(start, "a BIT STRING whose unused bits are zero", excerpt(source.subarray(end - 1, end)));
  return unusedBits;
}

/** X.690 section 8.8. */
export function readNull({ length, start }: Element): null {
  if (length !== 0) throw derError(start, "an empty NULL", `${length} octets`);
  return null;
}

/** A time of this type, in the one form that RFC 5280 section 4.1.2.5 allows for it. `what` names it in the error. */
export function readTime(element: Element, type: number, what: string): Date {
  const ms = decodeTime(type, element.source, element.contentStart, element.end);
  if (ms !== undefined) return new Date(ms);
  const form = type === TAG.utcTime ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ";
  const found = JSON.stringify(asBuffer(element.content.subarray(0, 32)).toString("latin1"));
  throw derError(element.start, `${what} as ${tagName(type)} ${form}`, found);
}

function checkInteger(element: Element): void {
  const first = element.source[element.contentStart] as number;
  const second = element.source[element.contentStart + 1] as number;
  if (element.length === 0) throw derError(element.start, "an INTEGER", "no content octets");
  if (element.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw derError(element.start, "a minimal INTEGER", excerpt(element.content));
}

function excerpt(octets: Uint8Array): string {
  return toHex(octets.subarray(0, 16)) || "no octets";
}
