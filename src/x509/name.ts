import { hashOctets } from "../asn1/bytes.ts";
import { type Element, sameOctets } from "../asn1/element.ts";
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
import { nameElement, walkName } from "./name-structure.ts";
import { type Rdn, rdnsFromText, rdnsToText } from "./name-text.ts";

/**
 * A distinguished name (RFC 5280 section 4.1.2.4). It keeps the exact bytes; the parts are read on first use.
 */
export class Name {
  readonly #element: Element;
  #der: Uint8Array | undefined;
  #rdns: readonly Rdn[] | undefined;
  #attributes: readonly NameAttribute[] | undefined;
  #key: string | undefined;
  #hash: number | undefined;

  private constructor(element: Element) {
    this.#element = element;
  }

  /** Walks the whole structure, so that nothing on the name throws later. @throws PkiError ERR_DER */
  static parse(der: Uint8Array): Name {
    return Name.in(nameElement(der));
  }

  /** The Name that this SEQUENCE is, walked as by `parse`. @throws PkiError ERR_DER */
  static in(element: Element): Name {
    walkName(element, ignore);
    return new Name(element);
  }

  /** From attributes in encoding order: the country first, the common name last. */
  static of(rdns: readonly (readonly AttributeInput[])[]): Name {
    return Name.#of(rdns.map((rdn) => rdn.map(makeAttribute)));
  }

  /** From RFC 4514 text: the common name first, the country last. @throws PkiError ERR_DISTINGUISHED_NAME */
  static fromString(text: string): Name {
    return Name.#of(rdnsFromText(text));
  }

  static #of(rdns: readonly Rdn[]): Name {
    return new Name(nameElement(sequence(...rdns.map((rdn) => setOf(...rdn.map(encodeNameAttribute))))));
  }

  get der(): Uint8Array {
    this.#der ??= this.#element.der;
    return this.#der;
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
    return this.#element.length === 0;
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
    const { source, start, end } = this.#element;
    this.#hash ??= hashOctets(source, start, end);
    return this.#hash;
  }

  /** Encoded alike, octet by octet: nearly all names that match are. */
  isSame(other: Name): boolean {
    return this.hash === other.hash && sameOctets(this.#element, other.#element);
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

const ignore = () => undefined;

// A loop: flat() takes a microsecond for the one attribute of most subjects.
function concatenate(rdns: readonly Rdn[]): readonly NameAttribute[] {
  const attributes: NameAttribute[] = [];
  for (const rdn of rdns) attributes.push(...rdn);
  return attributes;
}
