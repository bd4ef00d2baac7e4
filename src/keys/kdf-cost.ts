import { PkiError } from "../errors/pki-error.ts";

/** What a file from a stranger may ask for: about 2 s of PBKDF2. */
export const MAX_PBKDF2_ITERATIONS = 10_000_000;
/** The KDF of PKCS#12 cannot leave JavaScript: about 1 s. OpenSSL writes 2,048, Java 10,000. */
export const MAX_PKCS12_ITERATIONS = 1_000_000;
/** 128 N r, the memory that scrypt needs (RFC 7914 section 2). */
export const MAX_SCRYPT_BYTES: number = 256 * 1024 * 1024;
/** N r p, the time that scrypt takes: about 3 s. */
export const MAX_SCRYPT_WORK: number = 2 ** 23;

/** @throws PkiError ERR_KDF_COST when the cost is above the limit, or is none */
export function checkCost(cost: number, limit: number, unit: string): void {
  if (cost < 1 || cost > limit) throw new PkiError("ERR_KDF_COST", { cost, limit, unit });
}
