import { OID, oidWords } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { newPbkdf2, parsePbkdf2 } from "./pbkdf2.ts";
import { newScrypt, parseScrypt } from "./scrypt.ts";

/** Makes a key of `length` octets from a passphrase; salt and cost are settled (RFC 8018 section 5). */
export type DeriveKey = (passphrase: string, length: number) => Promise<Uint8Array>;

/** A derivation with a fresh salt, and the AlgorithmIdentifier that tells others how to repeat it. */
export interface NewKeyDerivation {
  readonly identifierDer: Uint8Array;
  readonly derive: DeriveKey;
}

export type KdfName = "scrypt" | "pbkdf2";

/** At the cost that is right today. */
export function newKeyDerivation(kdf: KdfName): NewKeyDerivation {
  return kdf === "scrypt" ? newScrypt() : newPbkdf2();
}

/** @throws PkiError ERR_DER, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST */
export function parseKeyDerivation({ oid, parameters = new Uint8Array() }: AlgorithmIdentifier): DeriveKey {
  if (oid === OID.pbkdf2) return parsePbkdf2(parameters);
  if (oid === OID.scrypt) return parseScrypt(parameters);
  throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: oidWords(oid) });
}
