import { createECDH, generateKeyPairSync, type JsonWebKey, type KeyObject } from "node:crypto";
import { asBuffer, equalBytes } from "../asn1/bytes.ts";
import type { KeyType } from "./algorithms.ts";

/** A P-256 key pair as octets. */
export interface P256KeyPair {
  readonly spkiDer: Uint8Array;
  readonly pkcs8Der: Uint8Array;
}

/** RSA public exponent: F4, FIPS 186-5 appendix A.1.1 wants more than 2^16. */
const RSA_EXPONENT = 65_537;
/** Everything of the SubjectPublicKeyInfo of P-256 before its point (RFC 5480). */
const SPKI_PREFIX: Buffer = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
/** Everything of its PKCS#8 before the private value, and between that and the point (RFC 5915). */
const PKCS8_PREFIX: Buffer = Buffer.from(
  "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420",
  "hex",
);
const PKCS8_MIDDLE: Buffer = Buffer.from("a144034200", "hex");
const P256_BYTES = 32;

// Held: making one costs as much as making a key with it.
const ecdh = createECDH("prime256v1");

/** A new P-256 key pair between fixed octets: nine times as fast on Node 20 as a generated KeyObject with its two exports. */
export function generateP256(): P256KeyPair {
  const point = ecdh.generateKeys();
  const value = ecdh.getPrivateKey(); // leading zero octets are cut
  const padding = Buffer.alloc(P256_BYTES - value.length);
  return {
    spkiDer: Buffer.concat([SPKI_PREFIX, point]),
    pkcs8Der: Buffer.concat([PKCS8_PREFIX, padding, value, PKCS8_MIDDLE, point]),
  };
}

/** The halves of a P-256 key in PKCS#8 as above, which OpenSSL and most others write too; undefined when it is laid out otherwise. */
export function readP256(pkcs8Der: Uint8Array): JsonWebKey | undefined {
  const [valueStart, middleStart] = [PKCS8_PREFIX.length, PKCS8_PREFIX.length + P256_BYTES];
  const pointStart = middleStart + PKCS8_MIDDLE.length + 1; // after the octet that says that both coordinates follow
  const isLaidOutSo =
    pkcs8Der.length === pointStart + 2 * P256_BYTES &&
    pkcs8Der[pointStart - 1] === 4 &&
    equalBytes(pkcs8Der.subarray(0, valueStart), PKCS8_PREFIX) &&
    equalBytes(pkcs8Der.subarray(middleStart, pointStart - 1), PKCS8_MIDDLE);
  if (!isLaidOutSo) return undefined;
  const part = (start: number) => asBuffer(pkcs8Der.subarray(start, start + P256_BYTES)).toString("base64url");
  return { kty: "EC", crv: "P-256", d: part(valueStart), x: part(pointStart), y: part(pointStart + P256_BYTES) };
}

/** A new private key of any type of the table. */
export function generateKeyObject({ kind, bits, curve }: KeyType): KeyObject {
  switch (kind) {
    case "ec":
      return generateKeyPairSync("ec", { namedCurve: curve?.name ?? "" }).privateKey;
    case "ed25519":
      return generateKeyPairSync("ed25519").privateKey;
    case "ed448":
      return generateKeyPairSync("ed448").privateKey;
    default:
      return generateKeyPairSync("rsa", { modulusLength: bits, publicExponent: RSA_EXPONENT }).privateKey;
  }
}
