import { createCipheriv, randomBytes } from "node:crypto";
import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { integer, octetString, sequence } from "../asn1/writer.ts";
import { PkiError } from "../errors/pki-error.ts";
import { encodeAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { checkPkcs12Cost } from "./kdf-cost.ts";
import { decryptCbc, type Encrypted } from "./pbes2.ts";
import { PKCS12_PURPOSE, type Pkcs12KdfParameters, pkcs12Derive } from "./pkcs12-kdf.ts";
import { decryptRc2Cbc } from "./rc2.ts";

type Decrypt = (key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array) => Uint8Array;

interface Scheme {
  readonly keyBytes: number;
  readonly decrypt: Decrypt;
}

const BLOCK_BYTES = 8;
const tripleDes: Decrypt = (key, iv, ciphertext) => decryptCbc("des-ede3-cbc", key, iv, ciphertext);
const rc2: Decrypt = (key, iv, ciphertext) => unpad(decryptRc2Cbc(key, iv, ciphertext));

/** The block ciphers of RFC 7292 appendix C. Its RC4 is left out: nobody writes it. */
const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  [OID.pbeWithShaAnd3KeyTripleDesCbc, { keyBytes: 24, decrypt: tripleDes }],
  [OID.pbeWithShaAnd128BitRc2Cbc, { keyBytes: 16, decrypt: rc2 }],
  [OID.pbeWithShaAnd40BitRc2Cbc, { keyBytes: 5, decrypt: rc2 }],
]);

/** True for the password-based encryption that PKCS#12 brought before PBES2. */
export function isPkcs12Pbe(oid: string): boolean {
  return schemes.has(oid);
}

/** Undoes it: RFC 7292 appendix C. @throws PkiError ERR_PASSPHRASE_WRONG, ERR_KDF_COST, ERR_DER */
export function decryptPkcs12Pbe(
  oid: string,
  parameters: Uint8Array,
  ciphertext: Uint8Array,
  passphrase: string,
): Uint8Array {
  const { keyBytes, decrypt } = schemes.get(oid) as Scheme;
  const fields = DerReader.of(parameters).sequence("pkcs-12PbeParams");
  const salt = fields.octetString(TAG.octetString, "salt");
  const iterations = fields.integer(TAG.integer, "iterations");
  checkPkcs12Cost(iterations);
  const { key, iv } = derive({ hash: "sha1", salt, iterations }, passphrase, keyBytes);
  return decrypt(key, iv, ciphertext);
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC: the one that everything old opens. */
export function encryptTripleDesPbe(plaintext: Uint8Array, passphrase: string, iterations: number): Encrypted {
  const salt = randomBytes(BLOCK_BYTES);
  const { key, iv } = derive({ hash: "sha1", salt, iterations }, passphrase, 24);
  const cipher = createCipheriv("des-ede3-cbc", key, iv);
  const parameters = sequence(octetString(salt), integer(iterations));
  return {
    identifierDer: encodeAlgorithmIdentifier(OID.pbeWithShaAnd3KeyTripleDesCbc, parameters),
    ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final()]),
  };
}

function derive(
  parameters: Pkcs12KdfParameters,
  passphrase: string,
  keyBytes: number,
): { key: Uint8Array; iv: Uint8Array } {
  const key = pkcs12Derive(parameters, passphrase, PKCS12_PURPOSE.key, keyBytes);
  return { key, iv: pkcs12Derive(parameters, passphrase, PKCS12_PURPOSE.iv, BLOCK_BYTES) };
}

// RFC 8018 section 6.1.1: as many octets as the last one says, each of that value.
function unpad(padded: Uint8Array): Uint8Array {
  const length = padded.at(-1) ?? 0;
  const padding = padded.subarray(-length);
  if (length < 1 || length > BLOCK_BYTES || padding.some((octet) => octet !== length))
    throw new PkiError("ERR_PASSPHRASE_WRONG");
  return padded.subarray(0, -length);
}
