import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { OID, oidWords } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { octetString, sequence } from "../asn1/writer.ts";
import { PkiError } from "../errors/pki-error.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { type NewKeyDerivation, parseKeyDerivation } from "./key-derivation.ts";

interface Cipher {
  /** As node:crypto calls it. */
  readonly name: string;
  readonly keyBytes: number;
  readonly blockBytes: number;
}

const ciphers: ReadonlyMap<string, Cipher> = new Map([
  [OID.aes128Cbc, { name: "aes-128-cbc", keyBytes: 16, blockBytes: 16 }],
  [OID.aes192Cbc, { name: "aes-192-cbc", keyBytes: 24, blockBytes: 16 }],
  [OID.aes256Cbc, { name: "aes-256-cbc", keyBytes: 32, blockBytes: 16 }],
  [OID.desEde3Cbc, { name: "des-ede3-cbc", keyBytes: 24, blockBytes: 8 }],
]);

/** What came of an encryption: the algorithm that undoes it, and the ciphertext. */
export interface Encrypted {
  readonly identifierDer: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** PBES2 with AES-256-CBC: RFC 8018 section 6.2. */
export async function encryptPbes2(
  plaintext: Uint8Array,
  passphrase: string,
  derivation: NewKeyDerivation,
): Promise<Encrypted> {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", await derivation.derive(passphrase, 32), iv);
  const scheme = encodeAlgorithmIdentifier(OID.aes256Cbc, octetString(iv));
  return {
    identifierDer: encodeAlgorithmIdentifier(OID.pbes2, sequence(derivation.identifierDer, scheme)),
    ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final()]),
  };
}

/** PBES2-params: RFC 8018 appendix A.4. @throws PkiError ERR_PASSPHRASE_WRONG, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST, ERR_DER */
export async function decryptPbes2(
  parameters: Uint8Array,
  ciphertext: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  const fields = DerReader.of(parameters).sequence("PBES2-params");
  const derive = parseKeyDerivation(parseAlgorithmIdentifier(fields, "keyDerivationFunc"));
  const scheme = parseAlgorithmIdentifier(fields, "encryptionScheme");
  const cipher = ciphers.get(scheme.oid);
  if (cipher === undefined) throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: oidWords(scheme.oid) });
  const iv = DerReader.of(scheme.parameters ?? new Uint8Array()).octetString();
  if (iv.length !== cipher.blockBytes)
    throw new PkiError("ERR_KEY_MALFORMED", {
      what: "encryption scheme",
      detail: `${iv.length} octets are no IV for it`,
    });
  return decryptCbc(cipher.name, await derive(passphrase, cipher.keyBytes), iv, ciphertext);
}

/** Undoes CBC and its padding, which a wrong key leaves in disorder (RFC 8018 section 6.1.1). @throws PkiError ERR_PASSPHRASE_WRONG */
export function decryptCbc(cipher: string, key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw new PkiError("ERR_PASSPHRASE_WRONG");
  }
}
