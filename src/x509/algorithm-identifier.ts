import type { Element } from "../asn1/element.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { oid, sequence } from "../asn1/writer.ts";

/** AlgorithmIdentifier (RFC 5280 section 4.1.1.2): which algorithm, and its parameters as they stand. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  /** The whole parameter element, or undefined when there is none. */
  readonly parameters: Uint8Array | undefined;
  readonly der: Uint8Array;
}

/** @throws PkiError ERR_DER */
export function parseAlgorithmIdentifier(reader: DerReader, what = "an AlgorithmIdentifier"): AlgorithmIdentifier {
  return identifierIn(reader.expect(TAG.sequence, what));
}

/** The AlgorithmIdentifier that this SEQUENCE is. @throws PkiError ERR_DER */
export function identifierIn(element: Element): AlgorithmIdentifier {
  const body = DerReader.within(element);
  const algorithm = body.oid();
  const parameters = body.atEnd ? undefined : body.next().der;
  body.end("the end of the AlgorithmIdentifier");
  return { oid: algorithm, parameters, der: element.der };
}

export function encodeAlgorithmIdentifier(algorithm: string, parameters?: Uint8Array): Uint8Array {
  return parameters === undefined ? sequence(oid(algorithm)) : sequence(oid(algorithm), parameters);
}
