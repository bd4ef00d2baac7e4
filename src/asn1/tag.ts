/** Identifier octets as X.509 uses them (X.690 section 8.1.2): universal class, SEQUENCE and SET constructed. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  relativeOid: 0x0d,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  generalString: 0x1b,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` over a primitive: an IMPLICIT string, integer or OID. */
export function contextPrimitive(n: number): number {
  return 0x80 | n;
}

/** `[n]` over a constructed value: EXPLICIT, or an IMPLICIT SEQUENCE. */
export function contextConstructed(n: number): number {
  return 0xa0 | n;
}

const names: Readonly<Record<number, string>> = {
  [TAG.boolean]: "BOOLEAN",
  [TAG.integer]: "INTEGER",
  [TAG.bitString]: "BIT STRING",
  [TAG.octetString]: "OCTET STRING",
  [TAG.null]: "NULL",
  [TAG.oid]: "OBJECT IDENTIFIER",
  [TAG.enumerated]: "ENUMERATED",
  [TAG.utf8String]: "UTF8String",
  [TAG.relativeOid]: "RELATIVE-OID",
  [TAG.numericString]: "NumericString",
  [TAG.printableString]: "PrintableString",
  [TAG.teletexString]: "TeletexString",
  [TAG.ia5String]: "IA5String",
  [TAG.utcTime]: "UTCTime",
  [TAG.generalizedTime]: "GeneralizedTime",
  [TAG.visibleString]: "VisibleString",
  [TAG.generalString]: "GeneralString",
  [TAG.universalString]: "UniversalString",
  [TAG.bmpString]: "BMPString",
  [TAG.sequence]: "SEQUENCE",
  [TAG.set]: "SET",
};

/** "SEQUENCE", "[0]", "APPLICATION 3": what a person calls this identifier octet. */
export function tagName(tag: number): string {
  const known = names[tag];
  if (known !== undefined) return known;
  const n = (tag & 0x1f) === 0x1f ? "31 or more" : tag & 0x1f;
  if ((tag & 0xc0) === 0x80) return `[${n}]`;
  return `${["UNIVERSAL", "APPLICATION", "", "PRIVATE"][tag >> 6]} ${n}`;
}
