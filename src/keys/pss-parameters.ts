import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { contextConstructed } from "../asn1/tag.ts";
import { explicit, integer, nul, sequence } from "../asn1/writer.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { digestLength, type HashName, hashOfOid } from "./hash-algorithm.ts";
import { isNull } from "./null-parameters.ts";

/** RSASSA-PSS-params (RFC 4055 section 3.1) with its defaults filled in. A hash is undefined when it is not one that rootcause knows. */
export interface PssParameters {
  readonly hash: HashName | undefined;
  readonly mgf1Hash: HashName | undefined;
  /** Octets. */
  readonly saltLength: number;
  readonly trailerField: number;
}

/** @throws PkiError ERR_DER */
export function parsePssParameters(der: Uint8Array): PssParameters {
  const outer = DerReader.of(der);
  const fields = outer.sequence("RSASSA-PSS-params");
  outer.end("the end of RSASSA-PSS-params");
  const hash = field(fields, 0, readHash, "sha1");
  const mgf1Hash = field(fields, 1, readMgf1, "sha1");
  const saltLength = field(fields, 2, (reader) => reader.integer(), 20);
  const trailerField = field(fields, 3, (reader) => reader.integer(), 1);
  fields.end("the end of RSASSA-PSS-params");
  return { hash, mgf1Hash, saltLength, trailerField };
}

/** The one combination that every verifier takes: one hash for message and MGF1, a salt of its length, trailer field 1 (by default, so not written). */
export function encodePssParameters(hash: HashName): Uint8Array {
  const hashIdentifier = encodeAlgorithmIdentifier(OID[hash], nul());
  if (hash === "sha1") return sequence();
  return sequence(
    explicit(0, hashIdentifier),
    explicit(1, encodeAlgorithmIdentifier(OID.mgf1, hashIdentifier)),
    explicit(2, integer(digestLength(hash))),
  );
}

function field<T>(fields: DerReader, n: number, read: (reader: DerReader) => T, absent: T): T {
  if (fields.peek() !== contextConstructed(n)) return absent;
  const inside = fields.enter(contextConstructed(n));
  const value = read(inside);
  inside.end(`the end of [${n}]`);
  return value;
}

// RFC 4055 section 2.1: the parameters of a hash are NULL or absent.
function readHash(reader: DerReader): HashName | undefined {
  const { oid, parameters } = parseAlgorithmIdentifier(reader);
  return parameters === undefined || isNull(parameters) ? hashOfOid(oid) : undefined;
}

function readMgf1(reader: DerReader): HashName | undefined {
  const { oid, parameters } = parseAlgorithmIdentifier(reader);
  return oid === OID.mgf1 && parameters !== undefined ? readHash(DerReader.of(parameters)) : undefined;
}
