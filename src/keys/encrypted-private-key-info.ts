import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { octetString, sequence } from "../asn1/writer.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import type { Encrypted } from "./pbes2.ts";

/** EncryptedPrivateKeyInfo: RFC 5958 section 3. */
export interface EncryptedPrivateKeyInfo {
  readonly algorithm: AlgorithmIdentifier;
  readonly ciphertext: Uint8Array;
}

/** @throws PkiError ERR_DER */
export function parseEncryptedPrivateKeyInfo(der: Uint8Array): EncryptedPrivateKeyInfo {
  const fields = DerReader.of(der).sequence("EncryptedPrivateKeyInfo");
  const algorithm = parseAlgorithmIdentifier(fields, "encryptionAlgorithm");
  const ciphertext = fields.octetString(TAG.octetString, "encryptedData");
  fields.end("the end of EncryptedPrivateKeyInfo");
  return { algorithm, ciphertext };
}

export function encodeEncryptedPrivateKeyInfo({ identifierDer, ciphertext }: Encrypted): Uint8Array {
  return sequence(identifierDer, octetString(ciphertext));
}
