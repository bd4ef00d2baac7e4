import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { asBuffer } from "../asn1/bytes.ts";
import { PkiError } from "../errors/pki-error.ts";
import { encodePem } from "../x509/pem.ts";
import { type KeyTypeId, keyType } from "./algorithms.ts";
import { checkKeyPair } from "./check-key-pair.ts";
import { encodeEncryptedPrivateKeyInfo } from "./encrypted-private-key-info.ts";
import { generateKeyObject, generateP256 } from "./generate-key.ts";
import { exportJwk } from "./jwk.ts";
import { type KdfName, newKeyDerivation } from "./key-derivation.ts";
import type { Passphrase } from "./passphrase.ts";
import { encryptPbes2 } from "./pbes2.ts";
import { importPrivateKey } from "./private-key-import.ts";
import { PublicKey } from "./public-key.ts";

export interface ToEncryptedPemOptions {
  /** Default "scrypt", which asks attackers for memory too; "pbkdf2" is for readers that do not know it, such as Java and GnuTLS. */
  readonly kdf?: KdfName;
}

/** A private key in memory. What it holds shows only where it is asked for by name: neither console.log nor JSON.stringify tells it. */
export class PrivateKey {
  readonly #publicKey: PublicKey;
  #keyObject: KeyObject | undefined;
  #pkcs8Der: Uint8Array | undefined;

  private constructor(publicKey: PublicKey, keyObject: KeyObject | undefined, pkcs8Der: Uint8Array | undefined) {
    this.#publicKey = publicKey;
    this.#keyObject = keyObject;
    this.#pkcs8Der = pkcs8Der;
  }

  static generate(type: KeyTypeId): PrivateKey {
    if (type !== "ecdsa-p256") return PrivateKey.fromKeyObject(generateKeyObject(keyType(type)));
    const { spkiDer, pkcs8Der } = generateP256();
    return new PrivateKey(PublicKey.fromSpki(spkiDer), undefined, pkcs8Der);
  }

  /**
   * Reads PKCS#8, encrypted PKCS#8, SEC 1 or PKCS#1, as PEM or DER, or a JWK. The passphrase is asked for only when the key is encrypted.
   * @throws PkiError ERR_KEY_MALFORMED, ERR_KEY_UNSUPPORTED, ERR_KEY_NOT_FOUND, ERR_PASSPHRASE_MISSING, ERR_PASSPHRASE_WRONG
   */
  static async import(input: string | Uint8Array, passphrase?: Passphrase): Promise<PrivateKey> {
    const key = PrivateKey.fromKeyObject(await importPrivateKey(input, passphrase));
    checkKeyPair(key);
    return key;
  }

  /** The private key in a KeyObject of node:crypto. @throws PkiError ERR_KEY_UNSUPPORTED */
  static fromKeyObject(keyObject: KeyObject): PrivateKey {
    return new PrivateKey(PublicKey.fromKeyObject(createPublicKey(keyObject)), keyObject, undefined);
  }

  get publicKey(): PublicKey {
    return this.#publicKey;
  }

  get keyObject(): KeyObject {
    this.#keyObject ??= createPrivateKey({ key: asBuffer(this.pkcs8Der), format: "der", type: "pkcs8" });
    return this.#keyObject;
  }

  /** PrivateKeyInfo (RFC 5958), not encrypted. */
  get pkcs8Der(): Uint8Array {
    this.#pkcs8Der ??= this.keyObject.export({ type: "pkcs8", format: "der" });
    return this.#pkcs8Der;
  }

  toPem(): string {
    return encodePem("PRIVATE KEY", this.pkcs8Der);
  }

  /** Encrypted PKCS#8: PBES2 with AES-256-CBC (RFC 8018 section 6.2). */
  async toEncryptedPem(passphrase: string, { kdf = "scrypt" }: ToEncryptedPemOptions = {}): Promise<string> {
    const encrypted = await encryptPbes2(this.pkcs8Der, passphrase, newKeyDerivation(kdf));
    return encodePem("ENCRYPTED PRIVATE KEY", encodeEncryptedPrivateKeyInfo(encrypted));
  }

  /** @throws PkiError ERR_KEY_NO_JWK */
  toJwk(): JsonWebKey {
    return exportJwk(this.keyObject, this.publicKey.words);
  }

  /** True when both are halves of one key pair. */
  matches(publicKey: PublicKey): boolean {
    return this.publicKey.equals(publicKey);
  }

  /** @throws PkiError ERR_KEY_MISMATCH saying which key `file` is for */
  assertMatches(publicKey: PublicKey, file: string): void {
    if (this.matches(publicKey)) return;
    const facts = { file, expected: publicKey.keyIdentifierHex, found: this.publicKey.keyIdentifierHex };
    throw new PkiError("ERR_KEY_MISMATCH", facts);
  }
}
