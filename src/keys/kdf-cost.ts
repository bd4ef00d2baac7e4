import { PkiError } from "../errors/pki-error.ts";

/** What a file from a stranger may ask for: about 2 s of PBKDF2. */
const MAX_PBKDF2_ITERATIONS = 10_000_000;
/** The KDF of PKCS#12 cannot leave JavaScript: about 1 s. OpenSSL writes 2,048, Java 10,000. */
const MAX_PKCS12_ITERATIONS = 1_000_000;
/** Each key of a PKCS#12 file may cost as much again; .NET 9 opens 200 (Pkcs12LoaderLimits). */
const MAX_PKCS12_KEYS = 200;
/** 128 N r: the memory that scrypt needs (RFC 7914 section 2). */
const MAX_SCRYPT_BYTES: number = 256 * 1024 * 1024;
/** N r p: the time that scrypt takes, about 3 s. */
const MAX_SCRYPT_WORK: number = 2 ** 23;

/** The scrypt parameters of RFC 7914 section 2. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** @throws PkiError ERR_KDF_COST, ERR_KEY_MALFORMED */
export function checkPbkdf2Cost(iterations: number): void {
  checkPositive(iterations);
  checkLimit(iterations, MAX_PBKDF2_ITERATIONS, "iterations");
}

/** @throws PkiError ERR_KDF_COST, ERR_KEY_MALFORMED */
export function checkPkcs12Cost(iterations: number): void {
  checkPositive(iterations);
  checkLimit(iterations, MAX_PKCS12_ITERATIONS, "iterations");
}

/** @throws PkiError ERR_KDF_COST */
export function checkPkcs12Keys(count: number): void {
  checkLimit(count, MAX_PKCS12_KEYS, "private keys");
}

/** @throws PkiError ERR_KDF_COST, ERR_KEY_MALFORMED */
export function checkScryptCost({ N, r, p }: ScryptCost): void {
  checkPositive(Math.min(r, p, Number.isInteger(Math.log2(N)) ? N - 1 : 0));
  checkLimit(128 * N * r, MAX_SCRYPT_BYTES, "bytes of memory");
  checkLimit(N * r * p, MAX_SCRYPT_WORK, "rounds of scrypt");
}

function checkPositive(cost: number): void {
  if (cost < 1) throw new PkiError("ERR_KEY_MALFORMED", { what: "key derivation", detail: "its cost is none" });
}

function checkLimit(cost: number, limit: number, unit: string): void {
  if (cost > limit) throw new PkiError("ERR_KDF_COST", { cost, limit, unit });
}
