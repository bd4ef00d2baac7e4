import { asBuffer } from "./bytes.ts";
import { type DerReader, derError } from "./reader.ts";
import { TAG, tagName } from "./tag.ts";
import { tlv } from "./writer.ts";

/** What the octets of an ASN.1 string say, and whether they keep to the alphabet of their type. */
export interface StringValue {
  readonly text: string;
  readonly wellFormed: boolean;
}

/** How one string type turns octets into text and back, and which characters it allows (X.680 section 41). */
interface StringType {
  readonly decode: (content: Uint8Array) => string;
  readonly encode: (text: string) => Uint8Array;
  readonly allows: (text: string, content: Uint8Array) => boolean;
}

const latin1 = {
  decode: (content: Uint8Array): string => asBuffer(content).toString("latin1"),
  encode: (text: string): Uint8Array => Buffer.from(text, "latin1"),
};

const matches = (alphabet: RegExp) => (text: string) => alphabet.test(text);

const ascii = /^[\0-\x7f]*$/;
const printable = /^[A-Za-z0-9 '()+,\-./:=?]*$/;

const types: Readonly<Record<number, StringType>> = {
  [TAG.utf8String]: {
    decode: (content) => asBuffer(content).toString("utf8"),
    encode: (text) => Buffer.from(text, "utf8"),
    allows: (text, content) => !text.includes("\ufffd") || Buffer.compare(Buffer.from(text, "utf8"), content) === 0,
  },
  [TAG.printableString]: { ...latin1, allows: matches(printable) },
  [TAG.numericString]: { ...latin1, allows: matches(/^[0-9 ]*$/) },
  [TAG.ia5String]: { ...latin1, allows: matches(ascii) },
  [TAG.visibleString]: { ...latin1, allows: matches(/^[\x20-\x7e]*$/) },
  // T.61 by its name, ISO 8859-1 in what CAs write into it: OpenSSL, NSS and Windows read it so too.
  [TAG.teletexString]: { ...latin1, allows: () => true },
  [TAG.generalString]: { ...latin1, allows: () => true },
  [TAG.bmpString]: {
    decode: utf16Text,
    encode: utf16Bytes,
    allows: (text, content) => content.length === text.length * 2,
  },
  [TAG.universalString]: { decode: utf32Text, encode: utf32Bytes, allows: isLosslessUtf32 },
};

/** The text of a string element, read leniently; undefined when the tag is not a string type. */
export function decodeString(tag: number, content: Uint8Array): StringValue | undefined {
  const type = types[tag];
  if (type === undefined) return undefined;
  const text = type.decode(content);
  return { text, wellFormed: type.allows(text, content) };
}

/** The text of the next element, which must be this string type and keep to its alphabet. @throws PkiError ERR_DER */
export function readString(reader: DerReader, tag: number, what?: string): string {
  const { start, content } = reader.expect(tag, what);
  const string = decodeString(tag, content);
  if (!string?.wellFormed) throw derError(start, `characters of ${tagName(tag)}`, "others");
  return string.text;
}

/** The element that holds `text` as this string type, whether or not its alphabet allows it: the lab writes wrong ones. */
export function encodeString(tag: number, text: string): Uint8Array {
  const type = types[tag];
  if (type === undefined) throw new TypeError(`${tag} is not the tag of a string type`);
  return tlv(tag, type.encode(text));
}

/** True for the tags that this table knows. */
export function isStringTag(tag: number): boolean {
  return types[tag] !== undefined;
}

/** True when PrintableString can hold the text. */
export function isPrintable(text: string): boolean {
  return printable.test(text);
}

/** True when IA5String can hold the text. */
export function isAscii(text: string): boolean {
  return ascii.test(text);
}

function utf16Text(content: Uint8Array): string {
  const even = content.subarray(0, content.length & ~1);
  return Buffer.from(even).swap16().toString("utf16le");
}

function utf16Bytes(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

function utf32Text(content: Uint8Array): string {
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  let text = "";
  for (let at = 0; at + 4 <= content.length; at += 4) {
    const point = view.getUint32(at);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  }
  return text;
}

function utf32Bytes(text: string): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0) as number);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [i, point] of points.entries()) view.setUint32(i * 4, point);
  return new Uint8Array(view.buffer);
}

function isLosslessUtf32(text: string, content: Uint8Array): boolean {
  return Buffer.compare(utf32Bytes(text), content) === 0;
}
