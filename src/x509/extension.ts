import type { Element } from "../asn1/element.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { boolean, octetString, oid, sequence } from "../asn1/writer.ts";

/** One extension of a certificate, a CRL, a CRL entry or an OCSP message (RFC 5280 section 4.2). */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The content of extnValue: the DER of the extension's own type. */
  readonly value: Uint8Array;
  readonly der: Uint8Array;
}

/** How one kind of extension is read and written. */
export interface ExtensionCodec<T> {
  readonly oid: string;
  readonly name: string;
  /** @throws PkiError ERR_DER or ERR_EXTENSION */
  decode(value: Uint8Array): T;
  /** Reads the value that a cursor stands before and ends with. @throws PkiError ERR_DER or ERR_EXTENSION */
  read(reader: DerReader): T;
  encode(value: T): Uint8Array;
}

/** What a codec's author says: the reading of the one element that the value holds, and the writing of it. */
interface CodecDefinition<T> {
  readonly oid: string;
  readonly name: string;
  readonly read: (reader: DerReader) => T;
  readonly write: (value: T) => Uint8Array;
}

/** A codec that refuses octets after the element. */
export function extensionCodec<T>({ oid, name, read, write }: CodecDefinition<T>): ExtensionCodec<T> {
  const end = `the end of ${name}`;
  const readWhole = (reader: DerReader): T => {
    const value = read(reader);
    reader.end(end);
    return value;
  };
  return { oid, name, decode: (value) => readWhole(DerReader.of(value)), read: readWhole, encode: write };
}

/** The value of an extension of the codec's type. @throws PkiError ERR_DER or ERR_EXTENSION */
export function decodeExtension<T>(codec: ExtensionCodec<T>, extension: Extension): T {
  return extension instanceof ParsedExtension ? codec.read(DerReader.within(extension)) : codec.decode(extension.value);
}

/** One whole Extension. `critical` FALSE is the default and so is not written (X.690 section 11.5). */
export function encodeExtension<T>(codec: ExtensionCodec<T>, value: T, critical: boolean): Uint8Array {
  return encodeRawExtension(codec.oid, codec.encode(value), critical);
}

/** One whole Extension from the content of its extnValue, whatever that is. */
export function encodeRawExtension(type: string, value: Uint8Array, critical: boolean): Uint8Array {
  return critical ? sequence(oid(type), boolean(true), octetString(value)) : sequence(oid(type), octetString(value));
}

/** Reads one Extension; its value is not looked into. @throws PkiError ERR_DER */
export function parseExtension(reader: DerReader): Extension {
  const start = reader.offset;
  const outerEnd = reader.open(TAG.sequence, "an Extension");
  const type = reader.oid(TAG.oid, "the type of an Extension");
  const critical = reader.peek() === TAG.boolean && reader.boolean();
  const contentStart = reader.passOver(TAG.octetString, "extnValue");
  reader.close(outerEnd, "the end of the Extension");
  return new ParsedExtension(type, critical, reader.source, start, contentStart, reader.offset);
}

/** Reads a SEQUENCE OF Extension. @throws PkiError ERR_DER */
export function parseExtensions(reader: DerReader): readonly Extension[] {
  return reader.sequence("Extensions").each(parseExtension);
}

/** The `[n] EXPLICIT Extensions` of a certificate or a CRL; none when it is absent. @throws PkiError ERR_DER */
export function parseWrappedExtensions(element: Element | undefined): readonly Extension[] {
  if (element === undefined) return [];
  const wrapper = DerReader.within(element);
  const extensions = parseExtensions(wrapper);
  wrapper.end("the end of the extensions");
  return extensions;
}

/** Where it lies, as an `Element` says it. Views are made when they are asked for: most extensions are looked at by type alone. */
class ParsedExtension implements Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly source: Uint8Array;
  readonly start: number;
  /** The value begins here, and ends with the whole. */
  readonly contentStart: number;
  readonly end: number;

  constructor(oid: string, critical: boolean, source: Uint8Array, start: number, contentStart: number, end: number) {
    this.oid = oid;
    this.critical = critical;
    this.source = source;
    this.start = start;
    this.contentStart = contentStart;
    this.end = end;
  }

  get value(): Uint8Array {
    return this.source.subarray(this.contentStart, this.end);
  }

  get der(): Uint8Array {
    return this.source.subarray(this.start, this.end);
  }
}
