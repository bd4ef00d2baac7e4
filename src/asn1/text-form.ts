import { fromHex } from "./bytes.ts";
import { oidOf } from "./oids.ts";
import { MAX_DEPTH } from "./reader.ts";
import { encodeString } from "./string-type.ts";
import { contextConstructed, contextPrimitive, TAG } from "./tag.ts";
import { TextScanner } from "./text-scanner.ts";
import {
  bitString,
  boolean,
  explicit,
  integer,
  nul,
  octetString,
  oid,
  retag,
  sequence,
  setOf,
  text,
} from "./writer.ts";

/** Types by their ASN.1 keyword, and how each reads what follows it. */
const types: Readonly<Record<string, (scanner: TextScanner, depth: number) => Uint8Array>> = {
  BOOLEAN: (scanner) => boolean(scanner.oneOf("TRUE", "FALSE") === "TRUE"),
  INTEGER: (scanner) => integer(scanner.integer()),
  ENUMERATED: (scanner) => integer(scanner.integer(), TAG.enumerated),
  NULL: nul,
  OID: readOid,
  "OBJECT IDENTIFIER": readOid,
  "OCTET STRING": (scanner, depth) => octetString(readOctets(scanner, depth)),
  "BIT STRING": (scanner, depth) => bitString(readOctets(scanner, depth)),
  UTF8String: (scanner) => encodeString(TAG.utf8String, scanner.quoted()),
  PrintableString: (scanner) => encodeString(TAG.printableString, scanner.quoted()),
  IA5String: (scanner) => encodeString(TAG.ia5String, scanner.quoted()),
  NumericString: (scanner) => encodeString(TAG.numericString, scanner.quoted()),
  VisibleString: (scanner) => encodeString(TAG.visibleString, scanner.quoted()),
  BMPString: (scanner) => encodeString(TAG.bmpString, scanner.quoted()),
  UTCTime: (scanner) => text(TAG.utcTime, scanner.quoted()),
  GeneralizedTime: (scanner) => text(TAG.generalizedTime, scanner.quoted()),
  SEQUENCE: (scanner, depth) => sequence(...readBraced(scanner, depth)),
  SET: (scanner, depth) => setOf(...readBraced(scanner, depth)),
};

/**
 * DER from a small text form: a type and its value, such as `SEQUENCE { OID serverAuth, INTEGER 5, [0] UTF8String "x" }`.
 * `OCTET STRING` and `BIT STRING` take `0xC0FFEE`, a quoted text or values in braces; `[n]` is EXPLICIT unless `IMPLICIT` follows.
 * @throws PkiError ERR_ASN1_TEXT
 */
export function derFromText(form: string): Uint8Array {
  const scanner = new TextScanner(form);
  const der = readValue(scanner, 0);
  scanner.end();
  return der;
}

function readValue(scanner: TextScanner, depth: number): Uint8Array {
  if (depth > MAX_DEPTH) throw scanner.refusal(`at most ${MAX_DEPTH} levels`);
  if (!scanner.take("["))
    return (types[scanner.oneOf(...Object.keys(types))] as (typeof types)[string])(scanner, depth);
  const n = Number(scanner.integer());
  if (n < 0 || n > 30) throw scanner.refusal("a tag number of 0 to 30");
  scanner.need("]");
  const implicit = scanner.take("IMPLICIT");
  if (!implicit) scanner.take("EXPLICIT");
  const der = readValue(scanner, depth + 1);
  const constructed = ((der[0] as number) & 0x20) !== 0;
  return implicit ? retag(constructed ? contextConstructed(n) : contextPrimitive(n), der) : explicit(n, der);
}

function readBraced(scanner: TextScanner, depth: number): Uint8Array[] {
  scanner.need("{");
  const values: Uint8Array[] = [];
  while (!scanner.take("}")) {
    values.push(readValue(scanner, depth + 1));
    scanner.take(",");
  }
  return values;
}

function readOctets(scanner: TextScanner, depth: number): Uint8Array {
  if (scanner.sees("{")) return Buffer.concat(readBraced(scanner, depth));
  if (scanner.sees('"')) return Buffer.from(scanner.quoted(), "utf8");
  const octets = fromHex(scanner.word("0x and pairs of hexadecimal digits", /0x[0-9a-f]*/iy).slice(2));
  if (octets === undefined) throw scanner.refusal("pairs of hexadecimal digits");
  return octets;
}

function readOid(scanner: TextScanner): Uint8Array {
  const word = scanner.word("an object identifier", /[0-9a-z.]+/iy);
  return oid(oidOf(word) ?? word);
}
