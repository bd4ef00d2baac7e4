import { pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { OID, oidWords } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { integer, nul, octetString, sequence } from "../asn1/writer.ts";
import { PkiError } from "../errors/pki-error.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import type { HashName } from "./hash-algorithm.ts";
import { checkPbkdf2Cost } from "./kdf-cost.ts";
import type { DeriveKey, NewKeyDerivation } from "./key-derivation.ts";

/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA256. */
export const PBKDF2_ITERATIONS = 600_000;
/** NIST SP 800-132 section 5.1: at least 128 bits. Octets. */
const SALT_BYTES = 16;

const prfs: ReadonlyMap<string, HashName> = new Map([
  [OID.hmacWithSha1, "sha1"],
  [OID.hmacWithSha224, "sha224"],
  [OID.hmacWithSha256, "sha256"],
  [OID.hmacWithSha384, "sha384"],
  [OID.hmacWithSha512, "sha512"],
]);

const derive = promisify(pbkdf2);

/** PBKDF2 with HMAC-SHA-256 and a fresh salt (RFC 8018 section 5.2). */
export function newPbkdf2(iterations: number = PBKDF2_ITERATIONS): NewKeyDerivation {
  const salt = randomBytes(SALT_BYTES);
  const prf = encodeAlgorithmIdentifier(OID.hmacWithSha256, nul());
  const identifierDer = encodeAlgorithmIdentifier(OID.pbkdf2, sequence(octetString(salt), integer(iterations), prf));
  return {
    identifierDer,
    derive: (passphrase, length) => derive(passphrase, salt, iterations, length, "sha256"),
  };
}

/** PBKDF2-params: RFC 8018 appendix A.2. @throws PkiError ERR_DER, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST */
export function parsePbkdf2(parameters: Uint8Array): DeriveKey {
  const fields = DerReader.of(parameters).sequence("PBKDF2-params");
  const salt = fields.octetString(TAG.octetString, "salt");
  const iterations = fields.integer(TAG.integer, "iterationCount");
  checkPbkdf2Cost(iterations);
  fields.optional(TAG.integer); // keyLength: the cipher says it too
  const prfOid = fields.atEnd ? OID.hmacWithSha1 : parseAlgorithmIdentifier(fields).oid;
  const prf = prfs.get(prfOid);
  if (prf === undefined) throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: oidWords(prfOid) });
  return (passphrase, length) => derive(passphrase, salt, iterations, length, prf);
}
