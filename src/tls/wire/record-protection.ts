import { createCipheriv, createDecipheriv } from "node:crypto";
import type { CipherSuite } from "./cipher-suites.ts";
import { uint } from "./octets.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";
import { TLS12 } from "./versions.ts";

/** Octets of the nonce that travel with the record. @see RFC 5288 section 3 */
const EXPLICIT_NONCE = 8;
/** Octets. @see RFC 5116 section 5.1 */
const TAG = 16;

/** AES-GCM over the records of one direction. @see RFC 5246 section 6.2.3.3, RFC 5288 */
export class RecordProtection {
  readonly #cipher: CipherSuite["cipher"];
  readonly #key: Uint8Array;
  readonly #salt: Uint8Array;
  #sequence = 0;

  constructor(cipher: CipherSuite["cipher"], key: Uint8Array, salt: Uint8Array) {
    this.#cipher = cipher;
    this.#key = key;
    this.#salt = salt;
  }

  seal(type: number, plain: Uint8Array): Uint8Array {
    const sequence = this.#nextSequence();
    const cipher = createCipheriv(this.#cipher, this.#key, Buffer.concat([this.#salt, sequence]));
    cipher.setAAD(additionalData(sequence, type, plain.length));
    return Buffer.concat([sequence, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws TlsAlert bad_record_mac */
  open(type: number, fragment: Uint8Array): Uint8Array {
    const sequence = this.#nextSequence();
    const length = fragment.length - EXPLICIT_NONCE - TAG;
    if (length < 0) throw new TlsAlert(ALERT.badRecordMac, `a protected record of ${fragment.length} octets`);
    const nonce = Buffer.concat([this.#salt, fragment.subarray(0, EXPLICIT_NONCE)]);
    const decipher = createDecipheriv(this.#cipher, this.#key, nonce);
    decipher.setAAD(additionalData(sequence, type, length));
    decipher.setAuthTag(fragment.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(fragment.subarray(EXPLICIT_NONCE, -TAG)), decipher.final()]);
    } catch {
      throw new TlsAlert(ALERT.badRecordMac, "a record whose authentication tag is wrong");
    }
  }

  #nextSequence(): Uint8Array {
    return Buffer.concat([uint(2, 0), uint(6, this.#sequence++)]);
  }
}

function additionalData(sequence: Uint8Array, type: number, length: number): Uint8Array {
  return Buffer.concat([sequence, uint(1, type), uint(2, TLS12), uint(2, length)]);
}
