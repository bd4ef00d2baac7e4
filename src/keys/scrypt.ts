import { randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { integer, octetString, sequence } from "../asn1/writer.ts";
import { encodeAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { checkScryptCost } from "./kdf-cost.ts";
import type { DeriveKey, NewKeyDerivation } from "./key-derivation.ts";

/**
 * OWASP Password Storage Cheat Sheet (2023): as hard as N = 2^17 with p = 1, in 16 MiB. OpenSSL opens no key that needs more than
 * 32 MiB (SCRYPT_MAX_MEM).
 */
const COST = { N: 2 ** 14, r: 8, p: 5 } as const;
/** NIST SP 800-132 section 5.1: at least 128 bits. Octets. */
const SALT_BYTES = 16;

const derive: (secret: string, salt: Uint8Array, length: number, options: ScryptOptions) => Promise<Buffer> =
  promisify(scrypt);

export function newScrypt(): NewKeyDerivation {
  const salt = randomBytes(SALT_BYTES);
  const { N, r, p } = COST;
  const identifierDer = encodeAlgorithmIdentifier(
    OID.scrypt,
    sequence(octetString(salt), integer(N), integer(r), integer(p)),
  );
  return { identifierDer, derive: (passphrase, length) => derive(passphrase, salt, length, COST) };
}

/** scrypt-params: RFC 7914 section 7.1. @throws PkiError ERR_DER, ERR_KDF_COST */
export function parseScrypt(parameters: Uint8Array): DeriveKey {
  const fields = DerReader.of(parameters).sequence("scrypt-params");
  const salt = fields.octetString(TAG.octetString, "salt");
  const N = fields.integer(TAG.integer, "costParameter");
  const r = fields.integer(TAG.integer, "blockSize");
  const p = fields.integer(TAG.integer, "parallelizationParameter");
  checkScryptCost({ N, r, p });
  const maxmem = 128 * (N + p + 2) * r; // all that RFC 7914 section 6 holds at once
  return (passphrase, length) => derive(passphrase, salt, length, { N, r, p, maxmem });
}
