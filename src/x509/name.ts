import { equalBytes, hashOctets } from "../asn1/bytes.ts";
import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { sequence, setOf } from "../asn1/writer.ts";
import {
  type AttributeInput,
  encodeNameAttribute,
  makeAttribute,
  type NameAttribute,
  parseNameAttribute,
} from "./name-attribute.ts";
import { nameKey } from "./name-key.ts";
import { walkName } from "./name-structure.ts";
import { type Rdn, rdnsFromText, rdnsToText } from "./name-text.ts";

/**
 * A distinguished name (RFC 5280 section 4.1.2.4). It keeps the exact bytes; the parts are read on first use.
 */
export class Name {
  readonly der: Uint8Array;
  #rdns: readonly Rdn[] | undefined;
  #attributes: readonly NameAttribute[] | undefined;
  #key: string | undefined;
  #hash: number | undefined;

  private constructor(der: Uint8Array) {
    this.der = der;
  }

  /** Walks the whole structure, so that nothing on the name throws later. @throws PkiError ERR_DER */
  static parse(der: Uint8Array): Name {
    walkName(der, () => undefined);
    return new Name(der);
  }

  /** From attributes in encoding order: the country first, the common name last. */
  static of(rdns: readonly (readonly AttributeInput[])[]): Name {
    return new Name(
      sequence(...rdns.map((rdn) => setOf(...rdn.map((input) => encodeNameAttribute(makeAttribute(input)))))),
    );
  }

  /** From RFC 4514 text: the common name first, the country last. @throws PkiError ERR_DISTINGUISHED_NAME */
  static fromString(text: string): Name {
    return new Name(sequence(...rdnsFromText(text).map((rdn) => setOf(...rdn.map(encodeNameAttribute)))));
  }

  /** The relative distinguished names, in encoding order. */
  get rdns(): readonly Rdn[] {
    this.#rdns ??= DerReader.of(this.der)
      .sequence()
      .each((reader) => reader.enter(TAG.set).each(parseNameAttribute));
    return this.#rdns;
  }

  /** The attributes of all of them, in encoding order. */
  get attributes(): readonly NameAttribute[] {
    this.#attributes ??= concatenate(this.rdns);
    return this.#attributes;
  }

  get isEmpty(): boolean {
    return this.der.length === 2;
  }

  /** The last common name, which is the most specific one. */
  get commonName(): string | undefined {
    return this.attributes.findLast((attribute) => attribute.type === OID.commonName)?.value;
  }

  /** Normal form: equal keys mean that the names match by RFC 5280 section 7.1. A line an RDN, attributes in one order. */
  get key(): string {
    this.#key ??= nameKey(this.der);
    return this.#key;
  }

  /** For filing names: the same for names that are encoded alike. */
  get hash(): number {
    this.#hash ??= hashOctets(this.der);
    return this.#hash;
  }

  /** Encoded alike, octet by octet: nearly all names that match are. */
  isSame(other: Name): boolean {
    return this.hash === other.hash && equalBytes(this.der, other.der);
  }

  equals(other: Name): boolean {
    return this.isSame(other) || this.key === other.key;
  }

  /** True inside the subtree of `base`: it begins with all of its RDNs (RFC 5280 section 4.2.1.10). */
  isWithin(base: Name): boolean {
    return base.isEmpty || this.key === base.key || this.key.startsWith(`${base.key}\n`);
  }

  /** RFC 4514 text. */
  toString(): string {
    return rdnsToText(this.rdns);
  }
}

// A loop: flat() takes a microsecond for the one attribute of most subjects.
function concatenate(rdns: readonly Rdn[]): readonly NameAttribute[] {
  const attributes: NameAttribute[] = [];
  for (const rdn of rdns) attributes.push(...rdn);
  return attributes;
}
