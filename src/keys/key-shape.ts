import { oidWords } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { type KeyType, keyTypeOfCurve, keyTypeOfSize } from "./algorithms.ts";
import { type KeyKind, keyKindOf } from "./key-kind.ts";
import { isNull } from "./null-parameters.ts";
import { type PssParameters, parsePssParameters } from "./pss-parameters.ts";

/** What a public key is, as far as its encoding tells. */
export interface KeyShape {
  /** Undefined: an algorithm that rootcause does not know. */
  readonly kind: KeyKind | undefined;
  /** The row of the table, when it has one. */
  readonly type?: KeyType | undefined;
  /** Size of the modulus or of the field, when it is known. */
  readonly bits?: number;
  /** "ECDSA P-256", "RSA 2047". */
  readonly words: string;
  /** What an id-RSASSA-PSS key restricts its signatures to. */
  readonly pss?: PssParameters | undefined;
  /** RFC 5480 section 2.1.1 forbids specifiedCurve: who chooses the base point can forge signatures (CVE-2020-0601). */
  readonly explicitCurve?: true;
}

/** The largest RSA modulus that OpenSSL verifies with: OPENSSL_RSA_MAX_MODULUS_BITS. */
const MAX_RSA_BITS = 16_384;
/** FIPS 186-5 appendix A.1.1: the public exponent is odd and below 2^256. */
const MAX_RSA_EXPONENT_BITS = 256;
/** RFC 8032 sections 5.1.5 and 5.2.5, RFC 7748 section 5. Octets, and the size of the field. */
const rawKeys = { ed25519: [32, 256], ed448: [57, 456], x25519: [32, 256], x448: [56, 448] } as const;

/** @throws PkiError ERR_KEY_MALFORMED, ERR_DER */
export function readKeyShape(algorithm: AlgorithmIdentifier, key: Uint8Array): KeyShape {
  const kind = keyKindOf(algorithm.oid);
  switch (kind) {
    case "rsa":
      if (!isNull(algorithm.parameters)) throw malformedPublicKey("the parameters of rsaEncryption are not NULL");
      return rsaShape(kind, key);
    case "rsa-pss":
      return { ...rsaShape(kind, key), pss: algorithm.parameters && parsePssParameters(algorithm.parameters) };
    case "ec":
      return ecShape(algorithm.parameters, key);
    case "ed25519":
    case "ed448":
    case "x25519":
    case "x448":
      return rawShape(kind, algorithm, key);
    case "dsa":
      return dsaShape(algorithm);
    default:
      return { kind, words: oidWords(algorithm.oid) };
  }
}

export function malformedPublicKey(detail: string, options?: ErrorOptions): PkiError {
  return new PkiError("ERR_KEY_MALFORMED", { what: "public key", detail }, options);
}

// RSAPublicKey: RFC 8017 appendix A.1.1.
function rsaShape(kind: "rsa" | "rsa-pss", key: Uint8Array): KeyShape {
  const outer = DerReader.of(key);
  const fields = outer.sequence("RSAPublicKey");
  outer.end("the end of RSAPublicKey");
  const modulus = fields.integerBytes(TAG.integer, "modulus");
  const exponent = fields.integerBytes(TAG.integer, "publicExponent");
  fields.end("the end of RSAPublicKey");
  const bits = oddBits(modulus);
  if (bits === 0 || bits > MAX_RSA_BITS) throw malformedPublicKey("the RSA modulus is even, negative or too large");
  const exponentBits = oddBits(exponent);
  if (exponentBits < 2 || exponentBits > MAX_RSA_EXPONENT_BITS)
    throw malformedPublicKey("the RSA exponent is even, negative, 1 or too large");
  return { kind, type: keyTypeOfSize(kind, bits), bits, words: `${kind === "rsa" ? "RSA" : "RSA-PSS"} ${bits}` };
}

// ECParameters and ECPoint: RFC 5480 sections 2.1.1 and 2.2.
function ecShape(parameters: Uint8Array | undefined, point: Uint8Array): KeyShape {
  const kind = "ec";
  if (parameters?.[0] === TAG.sequence)
    return { kind, words: "elliptic curve with explicit parameters", explicitCurve: true };
  if (parameters?.[0] !== TAG.oid) throw malformedPublicKey("the parameters of id-ecPublicKey do not name a curve");
  const curve = DerReader.of(parameters).oid();
  const type = keyTypeOfCurve(curve);
  if (type === undefined) return { kind, words: `elliptic curve ${oidWords(curve)}` };
  const fieldBytes = Math.ceil(type.bits / 8);
  const uncompressed = point[0] === 4 && point.length === 1 + 2 * fieldBytes;
  const compressed = (point[0] === 2 || point[0] === 3) && point.length === 1 + fieldBytes;
  if (!uncompressed && !compressed) throw malformedPublicKey(`these octets are not a point of ${type.curve?.name}`);
  return { kind, type, bits: type.bits, words: type.words };
}

// RFC 8410 sections 3 and 4: no parameters, the key as it stands.
function rawShape(kind: keyof typeof rawKeys, { oid, parameters }: AlgorithmIdentifier, key: Uint8Array): KeyShape {
  const [length, bits] = rawKeys[kind];
  const words = oidWords(oid);
  if (parameters !== undefined) throw malformedPublicKey(`${words} takes no parameters`);
  if (key.length !== length) throw malformedPublicKey(`${key.length} octets are not an ${words} key of ${length}`);
  return { kind, type: keyTypeOfSize(kind, bits), bits, words };
}

// Dss-Parms: RFC 3279 section 2.3.2. A key without them takes those of its issuer's key.
function dsaShape({ oid, parameters }: AlgorithmIdentifier): KeyShape {
  const words = oidWords(oid);
  if (parameters === undefined) return { kind: "dsa", words };
  const outer = DerReader.of(parameters);
  const [p, q, g] = outer.sequence("Dss-Parms").each((reader) => oddBits(reader.integerBytes()));
  outer.end("the end of Dss-Parms");
  if (!p || !q || g === undefined) throw malformedPublicKey("the DSA parameters are not two primes and a generator");
  return { kind: "dsa", bits: p, words: `DSA ${p}` };
}

/** The size of a positive odd INTEGER, 0 for any other. */
function oddBits(content: Uint8Array): number {
  const start = content[0] === 0 ? 1 : 0;
  const first = content[start] ?? 0;
  const odd = (content[content.length - 1] as number) & 1;
  const negative = (content[0] as number) & 0x80;
  return odd && !negative ? 8 * (content.length - start) - (Math.clz32(first) - 24) : 0;
}
