import { toHex } from "../asn1/bytes.ts";
import type { Element } from "../asn1/element.ts";
import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { decodeString, encodeString, isAscii, isPrintable } from "../asn1/string-type.ts";
import { TAG } from "../asn1/tag.ts";
import { oid, sequence } from "../asn1/writer.ts";

/** AttributeTypeAndValue (RFC 5280 section 4.1.2.4). */
export interface NameAttribute {
  /** The attribute type, dotted. */
  readonly type: string;
  /** The tag of the value: which string type it is. */
  readonly tag: number;
  /** The text; `#` and the hexadecimal DER when the value is no string (RFC 4514 section 2.4). */
  readonly value: string;
  /** False when the octets do not keep to the alphabet of their string type. */
  readonly wellFormed: boolean;
  /** The value element as it is encoded. */
  readonly der: Uint8Array;
}

/** What a caller says of an attribute; the string type is chosen for it when it does not say. */
export interface AttributeInput {
  readonly type: string;
  readonly value: string;
  readonly tag?: number;
}

/** Reads one AttributeTypeAndValue. @throws PkiError ERR_DER */
export function parseNameAttribute(reader: DerReader): NameAttribute {
  const body = reader.sequence("an AttributeTypeAndValue");
  const attribute = attributeOf(body.oid(TAG.oid, "an attribute type"), body.next("an attribute value"));
  body.end("the end of the AttributeTypeAndValue");
  return attribute;
}

/** An attribute from its type and the element of its value. */
function attributeOf(type: string, { tag, content, der }: Element): NameAttribute {
  const string = decodeString(tag, content);
  if (string === undefined) return { type, tag, value: `#${toHex(der)}`, wellFormed: true, der };
  return { type, tag, value: string.text, wellFormed: string.wellFormed, der };
}

/** An attribute from its type and the DER of its value. @throws PkiError ERR_DER */
export function attributeFromDer(type: string, der: Uint8Array): NameAttribute {
  const reader = DerReader.of(der);
  const value = reader.next("an attribute value");
  reader.end("the end of the attribute value");
  return attributeOf(type, value);
}

/** An attribute from words. */
export function makeAttribute({ type, value, tag }: AttributeInput): NameAttribute {
  return attributeFromDer(type, encodeString(tag ?? defaultTag(type, value), value));
}

export function encodeNameAttribute({ type, der }: NameAttribute): Uint8Array {
  return sequence(oid(type), der);
}

const printableTypes: ReadonlySet<string> = new Set([
  OID.countryName,
  OID.serialNumber,
  OID.dnQualifier,
  OID.jurisdictionCountryName,
]);
const ia5Types: ReadonlySet<string> = new Set([OID.domainComponent, OID.emailAddress, OID.mail]);

/** The string type that RFC 5280 appendix A.1 fixes for an attribute, if it can hold the text; else UTF8String (section 4.1.2.4). */
function defaultTag(type: string, value: string): number {
  if (printableTypes.has(type) && isPrintable(value)) return TAG.printableString;
  return ia5Types.has(type) && isAscii(value) ? TAG.ia5String : TAG.utf8String;
}
