import { hash, type JsonWebKey, type KeyObject } from "node:crypto";
import { equalBytes, hashOctets, toHex } from "../asn1/bytes.ts";
import { type KeyType, rsaStrength } from "./algorithms.ts";
import { exportJwk, publicKeyObjectOfJwk } from "./jwk.ts";
import type { KeyKind } from "./key-kind.ts";
import { LruCache } from "./lru-cache.ts";
import type { PssParameters } from "./pss-parameters.ts";
import { importPublicKey } from "./public-key-import.ts";
import { parseSubjectPublicKeyInfo, type SubjectPublicKeyInfo } from "./subject-public-key-info.ts";

/** How many imported keys are held: a PKI meets the same few issuers again and again. */
const CACHE_ENTRIES = 1000;
/** No key of the table is longer: RSA 16,384 takes 2,086 octets. */
const CACHED_SPKI_BYTES = 4096;
/** The last octets tell keys apart: those of a point, or of a modulus and its exponent. */
const HASHED_BYTES = 16;

/** A public key as certificates carry it. Keys of the same bytes are the same object while they are in use. */
export class PublicKey {
  static readonly #cache = new LruCache<number, PublicKey>(CACHE_ENTRIES);
  readonly #info: SubjectPublicKeyInfo;
  #keyObject: KeyObject | undefined;
  #keyIdentifier: Uint8Array | undefined;
  #sha256: string | undefined;

  private constructor(info: SubjectPublicKeyInfo) {
    this.#info = info;
  }

  /** @throws PkiError ERR_KEY_MALFORMED when the shape is not what the RFC of its algorithm demands */
  static fromSpki(spkiDer: Uint8Array): PublicKey {
    if (spkiDer.length > CACHED_SPKI_BYTES) return new PublicKey(parseSubjectPublicKeyInfo(spkiDer));
    const slot = hashOctets(spkiDer, Math.max(0, spkiDer.length - HASHED_BYTES));
    const known = PublicKey.#cache.get(slot);
    if (known !== undefined && equalBytes(known.spkiDer, spkiDer)) return known;
    // A copy: the cache must not hold the whole file that a view comes from, nor see it change.
    const key = new PublicKey(parseSubjectPublicKeyInfo(Uint8Array.from(spkiDer)));
    PublicKey.#cache.set(slot, key);
    return key;
  }

  /** @throws PkiError ERR_KEY_MALFORMED */
  static fromJwk(jwk: JsonWebKey): PublicKey {
    return PublicKey.fromKeyObject(publicKeyObjectOfJwk(jwk));
  }

  /** The public key in a KeyObject of node:crypto. @throws PkiError ERR_KEY_MALFORMED */
  static fromKeyObject(keyObject: KeyObject): PublicKey {
    return PublicKey.fromSpki(keyObject.export({ type: "spki", format: "der" }));
  }

  get spkiDer(): Uint8Array {
    return this.#info.der;
  }

  /** The octets of the BIT STRING. */
  get subjectPublicKey(): Uint8Array {
    return this.#info.subjectPublicKey;
  }

  /** The identifier of its algorithm, dotted. */
  get algorithmOid(): string {
    return this.#info.algorithm.oid;
  }

  /** Undefined: an algorithm that rootcause does not know. */
  get kind(): KeyKind | undefined {
    return this.#info.shape.kind;
  }

  /** The row of the table; undefined for unusual sizes and what is not for signing. */
  get keyType(): KeyType | undefined {
    return this.#info.shape.type;
  }

  /** Size of the modulus or of the field, when it is known. */
  get bits(): number | undefined {
    return this.#info.shape.bits;
  }

  /** Bits of security, when they are known. */
  get strength(): number | undefined {
    const { kind, type, bits } = this.#info.shape;
    if (bits !== undefined && (kind === "rsa" || kind === "rsa-pss")) return rsaStrength(bits);
    return type?.strength;
  }

  /** "ECDSA P-256". */
  get words(): string {
    return this.#info.shape.words;
  }

  /** True for an elliptic curve that is spelled out instead of named (RFC 5480 section 2.1.1 forbids it). */
  get explicitCurve(): boolean {
    return this.#info.shape.explicitCurve === true;
  }

  /** What an id-RSASSA-PSS key restricts its signatures to. */
  get pssParameters(): PssParameters | undefined {
    return this.#info.shape.pss;
  }

  /** @throws PkiError ERR_KEY_UNSUPPORTED, or ERR_KEY_MALFORMED when its numbers are wrong, such as a point off its curve */
  get keyObject(): KeyObject {
    this.#keyObject ??= importPublicKey(this.#info);
    return this.#keyObject;
  }

  /** SHA-1 of the BIT STRING's octets: RFC 5280 section 4.2.1.2 method (1). */
  get keyIdentifier(): Uint8Array {
    this.#keyIdentifier ??= hash("sha1", this.subjectPublicKey, "buffer");
    return this.#keyIdentifier;
  }

  /** Of the whole SubjectPublicKeyInfo, by which a store finds the same key again. Hex. */
  get sha256(): string {
    this.#sha256 ??= hash("sha256", this.spkiDer);
    return this.#sha256;
  }

  get keyIdentifierHex(): string {
    return toHex(this.keyIdentifier);
  }

  /** True for the same key, also when one is written with a compressed point. */
  equals(other: PublicKey): boolean {
    if (this === other || equalBytes(this.spkiDer, other.spkiDer)) return true;
    const comparable = this.keyType !== undefined && this.keyType === other.keyType;
    return comparable && this.keyObject.equals(other.keyObject);
  }

  /** @throws PkiError ERR_KEY_UNSUPPORTED when JWK has no form for it (RFC 7518 section 6, RFC 8037, RFC 8812) */
  toJwk(): JsonWebKey {
    return exportJwk(this.keyObject, this.words);
  }
}
