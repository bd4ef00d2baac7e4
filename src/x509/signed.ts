import type { Element } from "../asn1/element.ts";
import { inPieces } from "../asn1/header.ts";
import { DerReader, type DerReaderOptions } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { sequence } from "../asn1/writer.ts";

/** Where the three parts lie that certificates, requests and revocation lists share: SIGNED{} (X.509, RFC 5280 section 4.1.1). */
export interface SignedParts {
  readonly toBeSigned: Element;
  readonly signatureAlgorithm: Element;
  readonly signature: Element;
}

/** @throws PkiError ERR_DER unless `der` is exactly one such SEQUENCE */
export function walkSigned(der: Uint8Array, what: string, options?: DerReaderOptions): SignedParts {
  const outer = DerReader.of(der, options);
  const body = outer.sequence(what);
  outer.end(`the end of ${what}`);
  const toBeSigned = body.expect(TAG.sequence, "the signed part");
  const signatureAlgorithm = body.expect(TAG.sequence, "signatureAlgorithm");
  const signature = body.expect(TAG.bitString, "the signature");
  body.end(`the end of ${what}`);
  return { toBeSigned, signatureAlgorithm, signature };
}

const noUnusedBits: Uint8Array = Uint8Array.of(0);

/** What is signed, the AlgorithmIdentifier and the signature as one SEQUENCE. */
export function encodeSigned(
  toBeSigned: Uint8Array,
  signatureAlgorithmDer: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  return sequence(toBeSigned, signatureAlgorithmDer, ...inPieces(TAG.bitString, [noUnusedBits, signature]));
}
