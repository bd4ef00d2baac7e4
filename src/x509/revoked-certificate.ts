import type { Element } from "../asn1/element.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { sequence, time, tlv } from "../asn1/writer.ts";
import { type Extension, type ExtensionCodec, parseExtensions } from "./extension.ts";
import { type DecodedExtension, ExtensionSet } from "./extension-set.ts";
import type { Name } from "./name.ts";
import { serialHex } from "./serial-number.ts";

/** Where the parts of one entry lie. */
export interface EntryFields {
  readonly serialNumber: Element;
  readonly revocationDate: Element;
  readonly extensions: Element | undefined;
}

/** Walks one entry; what its parts hold is not looked at. @throws PkiError ERR_DER */
export function walkEntry(reader: DerReader): EntryFields {
  const body = reader.sequence("a revoked certificate");
  const fields = {
    serialNumber: body.expect(TAG.integer, "userCertificate"),
    revocationDate: body.next("revocationDate"),
    extensions: body.optional(TAG.sequence),
  };
  body.end("the end of the revoked certificate");
  return fields;
}

/** The extensions of an entry. @throws PkiError ERR_DER */
export function entryExtensions({ extensions }: EntryFields): ExtensionSet {
  return new ExtensionSet(extensions === undefined ? [] : parseExtensions(DerReader.over(extensions)));
}

/** One entry of a CRL (RFC 5280 section 5.1.2.6). Its parts are decoded when they are asked for. */
export class RevokedCertificate {
  /** The issuer of the certificate that the entry names: the signer of the list, unless the list is indirect. */
  readonly issuer: Name;
  readonly #fields: EntryFields;
  #extensions: ExtensionSet | undefined;

  constructor(fields: EntryFields, issuer: Name) {
    this.issuer = issuer;
    this.#fields = fields;
  }

  /** Lower-case hexadecimal, as in `Certificate.serialHex`. */
  get serialHex(): string {
    return serialHex(this.#fields.serialNumber.content);
  }

  /** @throws PkiError ERR_DER */
  get revokedAt(): Date {
    return DerReader.over(this.#fields.revocationDate).time("revocationDate");
  }

  /** @throws PkiError ERR_DER */
  get extensions(): readonly Extension[] {
    return this.#extensionSet.all;
  }

  /** The first extension of this kind, decoded. @throws PkiError when it does not decode */
  extension<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    return this.#extensionSet.get(codec);
  }

  get #extensionSet(): ExtensionSet {
    this.#extensions ??= entryExtensions(this.#fields);
    return this.#extensions;
  }
}

/** What an entry will say. */
export interface RevokedCertificateInput {
  /** The content octets of the INTEGER. */
  readonly serial: Uint8Array;
  readonly revokedAt: Date;
  /** Whole Extensions, in order. */
  readonly extensions: readonly Uint8Array[];
}

/** The DER of one entry. */
export function encodeRevokedCertificate({ serial, revokedAt, extensions }: RevokedCertificateInput): Uint8Array {
  const entry = [tlv(TAG.integer, serial), time(revokedAt)];
  return extensions.length === 0 ? sequence(...entry) : sequence(...entry, sequence(...extensions));
}
