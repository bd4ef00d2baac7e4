import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { isPkiError } from "../errors/pki-error.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { type KeyShape, malformedPublicKey, readKeyShape } from "./key-shape.ts";

/** A SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) whose shape is what the RFC of its algorithm demands. */
export interface SubjectPublicKeyInfo {
  readonly der: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** The octets of the BIT STRING. */
  readonly subjectPublicKey: Uint8Array;
  readonly shape: KeyShape;
}

/** @throws PkiError ERR_KEY_MALFORMED */
export function parseSubjectPublicKeyInfo(der: Uint8Array): SubjectPublicKeyInfo {
  try {
    return parse(der);
  } catch (error) {
    throw isPkiError(error, "ERR_DER") ? malformedPublicKey(error.message, { cause: error }) : error;
  }
}

function parse(der: Uint8Array): SubjectPublicKeyInfo {
  const outer = DerReader.of(der);
  const fields = outer.sequence("SubjectPublicKeyInfo");
  outer.end("the end of SubjectPublicKeyInfo");
  const algorithm = parseAlgorithmIdentifier(fields);
  const { bytes, unusedBits } = fields.bitString(TAG.bitString, "subjectPublicKey");
  fields.end("the end of SubjectPublicKeyInfo");
  if (unusedBits !== 0) throw malformedPublicKey("the BIT STRING of the key is not whole octets");
  return { der, algorithm, subjectPublicKey: bytes, shape: readKeyShape(algorithm, bytes) };
}
