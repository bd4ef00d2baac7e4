import { asBuffer } from "../asn1/bytes.ts";
import { encodeOid } from "../asn1/oid.ts";
import { type DerReader, derError } from "../asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG, tagName } from "../asn1/tag.ts";
import { explicit, oid, text, tlv } from "../asn1/writer.ts";
import { Name } from "./name.ts";

/** GeneralName (RFC 5280 section 4.2.1.6): one of the forms by which a certificate names its subject. */
export type GeneralName =
  | { readonly kind: "dns" | "email" | "uri"; readonly value: string }
  /** 4 or 16 octets; in name constraints 8 or 32, the second half a mask. */
  | { readonly kind: "ip"; readonly bytes: Uint8Array }
  | { readonly kind: "directoryName"; readonly name: Name }
  | { readonly kind: "registeredId"; readonly oid: string }
  | { readonly kind: "otherName"; readonly oid: string; readonly valueDer: Uint8Array }
  | { readonly kind: "x400Address" | "ediPartyName"; readonly der: Uint8Array };

const form = {
  otherName: contextConstructed(0),
  email: contextPrimitive(1),
  dns: contextPrimitive(2),
  x400Address: contextConstructed(3),
  directoryName: contextConstructed(4),
  ediPartyName: contextConstructed(5),
  uri: contextPrimitive(6),
  ip: contextPrimitive(7),
  registeredId: contextPrimitive(8),
} as const;

/** Reads one GeneralName. @throws PkiError ERR_DER */
export function parseGeneralName(reader: DerReader): GeneralName {
  const tag = reader.peek();
  switch (tag) {
    case form.dns:
      return { kind: "dns", value: ia5(reader, tag) };
    case form.email:
      return { kind: "email", value: ia5(reader, tag) };
    case form.uri:
      return { kind: "uri", value: ia5(reader, tag) };
    case form.ip:
      return { kind: "ip", bytes: reader.octetString(tag) };
    case form.directoryName:
      return { kind: "directoryName", name: parseDirectoryName(reader) };
    case form.registeredId:
      return { kind: "registeredId", oid: reader.oid(tag) };
    case form.otherName:
      return parseOtherName(reader);
    case form.x400Address:
      return { kind: "x400Address", der: reader.next().der };
    case form.ediPartyName:
      return { kind: "ediPartyName", der: reader.next().der };
    default:
      throw derError(reader.offset, "a GeneralName, [0] to [8]", reader.atEnd ? "the end" : tagName(tag));
  }
}

export function encodeGeneralName(name: GeneralName): Uint8Array {
  switch (name.kind) {
    case "dns":
    case "email":
    case "uri":
      return text(form[name.kind], name.value);
    case "ip":
      return tlv(form.ip, name.bytes);
    case "directoryName":
      return tlv(form.directoryName, name.name.der);
    case "registeredId":
      return tlv(form.registeredId, encodeOid(name.oid));
    case "otherName":
      return tlv(form.otherName, oid(name.oid), explicit(0, name.valueDer));
    case "x400Address":
    case "ediPartyName":
      return name.der;
  }
}

/** GeneralNames: at least one. `tag` when it is tagged IMPLICIT. @throws PkiError ERR_DER */
export function parseGeneralNames(reader: DerReader, tag: number = TAG.sequence): readonly GeneralName[] {
  const names = reader.enter(tag, "GeneralNames");
  if (names.atEnd) throw derError(names.offset, "at least one GeneralName", "none");
  return names.each(parseGeneralName);
}

export function encodeGeneralNames(names: readonly GeneralName[], tag: number = TAG.sequence): Uint8Array {
  return tlv(tag, ...names.map(encodeGeneralName));
}

// [4] is EXPLICIT although the module is IMPLICIT, because Name is a CHOICE (X.680 section 31.2.7).
function parseDirectoryName(reader: DerReader): Name {
  const body = reader.enter(form.directoryName);
  const name = Name.parse(body.next("a Name").der);
  body.end("the end of the directoryName");
  return name;
}

function parseOtherName(reader: DerReader): GeneralName {
  const body = reader.enter(form.otherName);
  const type = body.oid(TAG.oid, "the type of an otherName");
  const wrapped = body.enter(contextConstructed(0), "the value of an otherName");
  const valueDer = wrapped.next("the value of an otherName").der;
  wrapped.end("the end of the value");
  body.end("the end of the otherName");
  return { kind: "otherName", oid: type, valueDer };
}

function ia5(reader: DerReader, tag: number): string {
  const { source, start, contentStart, end } = reader.expect(tag);
  for (let at = contentStart; at < end; at++)
    if ((source[at] as number) > 0x7f) throw derError(start, "an IA5String", "an octet above 7F");
  return asBuffer(source).toString("latin1", contentStart, end);
}
