import type { Element } from "../asn1/element.ts";
import { isOidContent } from "../asn1/oid.ts";
import { DerReader, derError } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";

/**
 * Walks an RDNSequence (RFC 5280 section 4.1.2.4) and shows each attribute: its type, its value, and which RDN it belongs to.
 * Attributes that stand side by side may be unsorted: real CAs write them so, and their order means nothing.
 * @throws PkiError ERR_DER
 */
export function walkName(name: Element, visit: (type: Element, value: Element, rdn: number) => void): void {
  const reader = DerReader.within(name);
  for (let rdn = 0; !reader.atEnd; rdn++) {
    const afterRdn = reader.open(TAG.set, "a RelativeDistinguishedName");
    do {
      const afterAttribute = reader.open(TAG.sequence, "an AttributeTypeAndValue");
      const type = reader.expect(TAG.oid, "an attribute type");
      if (!isOidContent(name.source, type.contentStart, type.end))
        throw derError(type.start, "an attribute type", "a malformed OBJECT IDENTIFIER");
      visit(type, reader.next("an attribute value"), rdn);
      reader.close(afterAttribute, "the end of the AttributeTypeAndValue");
    } while (!reader.atEnd);
    reader.close(afterRdn);
  }
}

/** The SEQUENCE that these bytes are. @throws PkiError ERR_DER */
export function nameElement(der: Uint8Array): Element {
  const reader = DerReader.of(der);
  const name = reader.expect(TAG.sequence, "a Name");
  reader.end("the end of the Name");
  return name;
}
