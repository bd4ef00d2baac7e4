import { copyBytes } from "./bytes.ts";
import { encodeOid } from "./oid.ts";
import { contextConstructed, TAG } from "./tag.ts";

/** Header and content of one element. Every function here returns whole DER elements, so they nest: `sequence(oid(x), nul())`. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const octets = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
  const der = new Uint8Array(2 + octets + length);
  der[0] = tag;
  der[1] = octets === 0 ? length : 0x80 | octets;
  for (let i = 0; i < octets; i++) der[2 + i] = length >>> (8 * (octets - 1 - i));
  let at = 2 + octets;
  for (const part of parts) {
    copyBytes(part, der, at);
    at += part.length;
  }
  return der;
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return tlv(TAG.sequence, ...parts);
}

/** SET OF: DER sorts the encodings (X.690 section 11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return tlv(TAG.set, ...(parts.length > 1 ? parts.toSorted(Buffer.compare) : parts));
}

export function boolean(value: boolean): Uint8Array {
  return Uint8Array.of(TAG.boolean, 1, value ? 0xff : 0);
}

/** INTEGER from a number or bigint, two's complement and minimal. */
export function integer(value: number | bigint, tag: number = TAG.integer): Uint8Array {
  const octets: number[] = [];
  let left = BigInt(value);
  do {
    octets.unshift(Number(left & 0xffn));
    left >>= 8n;
  } while (!(left === 0n && (octets[0] as number) < 0x80) && !(left === -1n && (octets[0] as number) >= 0x80));
  return tlv(tag, Uint8Array.from(octets));
}

/** INTEGER from big-endian magnitude octets (a serial number, a modulus): always positive, leading zeros put right. */
export function unsignedInteger(magnitude: Uint8Array): Uint8Array {
  let from = 0;
  while (from < magnitude.length - 1 && magnitude[from] === 0) from++;
  const bytes = from === 0 ? magnitude : magnitude.subarray(from);
  if (bytes.length === 0) return Uint8Array.of(TAG.integer, 1, 0);
  return (bytes[0] as number) & 0x80 ? tlv(TAG.integer, Uint8Array.of(0), bytes) : tlv(TAG.integer, bytes);
}

export function oid(dotted: string): Uint8Array {
  return tlv(TAG.oid, encodeOid(dotted));
}

export function octetString(content: Uint8Array): Uint8Array {
  return tlv(TAG.octetString, content);
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return tlv(TAG.bitString, Uint8Array.of(unusedBits), bytes);
}

/** Content of a named-bit BIT STRING: bit 0 is the highest, trailing zero bits are cut (X.690 section 11.2.2). */
export function namedBits(bits: Iterable<number>): Uint8Array {
  const set = [...bits];
  const last = Math.max(-1, ...set);
  const octets = new Uint8Array(Math.ceil((last + 1) / 8));
  for (const bit of set) octets[bit >> 3] = (octets[bit >> 3] as number) | (0x80 >> (bit & 7));
  return bitString(octets, last < 0 ? 0 : 7 - (last & 7));
}

export function nul(): Uint8Array {
  return Uint8Array.of(TAG.null, 0);
}

/** A string type of ASCII or UTF-8 content: UTF8String, PrintableString, IA5String and their like. */
export function text(tag: number, value: string): Uint8Array {
  return shortAscii(tag, value) ?? tlv(tag, Buffer.from(value, "utf8"));
}

/** Octets. Up to here a loop is quicker than a call out of JavaScript, and the array needs no memory of its own. */
const SHORT = 62;

function shortAscii(tag: number, value: string): Uint8Array | undefined {
  const { length } = value;
  if (length > SHORT) return undefined;
  const der = new Uint8Array(2 + length);
  der[0] = tag;
  der[1] = length;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0x7f) return undefined;
    der[2 + i] = code;
  }
  return der;
}

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5). Fractions of a second are cut. */
export function time(at: Date): Uint8Array {
  const year = at.getUTCFullYear();
  if (!(year >= 1950 && year < 2050)) return generalizedTime(at);
  const der = new Uint8Array(15);
  der[0] = TAG.utcTime;
  der[1] = 13;
  writeTwoDigits(der, 2, year % 100);
  writeTwoDigits(der, 4, at.getUTCMonth() + 1);
  writeTwoDigits(der, 6, at.getUTCDate());
  writeTwoDigits(der, 8, at.getUTCHours());
  writeTwoDigits(der, 10, at.getUTCMinutes());
  writeTwoDigits(der, 12, at.getUTCSeconds());
  der[14] = 0x5a; // Z
  return der;
}

function writeTwoDigits(der: Uint8Array, at: number, value: number): void {
  der[at] = 0x30 + Math.floor(value / 10);
  der[at + 1] = 0x30 + (value % 10);
}

/** GeneralizedTime whatever the year: OCSP, invalidityDate. */
export function generalizedTime(at: Date): Uint8Array {
  return text(TAG.generalizedTime, at.toISOString().replace(/[-:T]|\.\d+/g, ""));
}

/** `[n] EXPLICIT`. */
export function explicit(n: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return tlv(contextConstructed(n), ...parts);
}

/** The same content under another tag: IMPLICIT tagging. */
export function retag(tag: number, der: Uint8Array): Uint8Array {
  const copy = new Uint8Array(der);
  copy[0] = tag;
  return copy;
}
