import type { CipherSuite } from "./cipher-suites.ts";
import { OctetReader } from "./octet-reader.ts";
import { prf } from "./prf.ts";
import { RecordProtection } from "./record-protection.ts";

/** Octets. @see RFC 5246 section 8.1 */
const MASTER_SECRET = 48;
/** Octets. @see RFC 5246 section 7.4.9 */
const VERIFY_DATA = 12;
/** Octets of the nonce that both sides derive. @see RFC 5288 section 3 */
const SALT = 4;

export interface SecretInputs {
  readonly premaster: Uint8Array;
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
  /** Hash of all messages up to ClientKeyExchange, when both sides bind the secret to them (RFC 7627). */
  readonly sessionHash: Uint8Array | undefined;
}

/** What follows from the secret that both sides agreed on. */
export class SessionKeys {
  readonly #hash: CipherSuite["hash"];
  readonly #masterSecret: Uint8Array;
  readonly clientWrites: RecordProtection;
  readonly serverWrites: RecordProtection;

  constructor({ hash, cipher, keyLength }: CipherSuite, inputs: SecretInputs) {
    this.#hash = hash;
    this.#masterSecret = masterSecret(hash, inputs);
    // RFC 5246 section 6.3: here the server's random comes first; AEAD ciphers have no MAC keys.
    const seed = Buffer.concat([inputs.serverRandom, inputs.clientRandom]);
    const block = prf(hash, this.#masterSecret, "key expansion", seed, 2 * (keyLength + SALT));
    const keys = new OctetReader(block, "key block");
    const [clientKey, serverKey] = [keys.take(keyLength), keys.take(keyLength)];
    this.clientWrites = new RecordProtection(cipher, clientKey, keys.take(SALT));
    this.serverWrites = new RecordProtection(cipher, serverKey, keys.take(SALT));
  }

  /** The content of a Finished message. @see RFC 5246 section 7.4.9 */
  verifyData(side: "client" | "server", transcriptHash: Uint8Array): Uint8Array {
    return prf(this.#hash, this.#masterSecret, `${side} finished`, transcriptHash, VERIFY_DATA);
  }
}

function masterSecret(hash: string, { premaster, clientRandom, serverRandom, sessionHash }: SecretInputs): Uint8Array {
  if (sessionHash !== undefined) return prf(hash, premaster, "extended master secret", sessionHash, MASTER_SECRET); // RFC 7627 section 4
  return prf(hash, premaster, "master secret", Buffer.concat([clientRandom, serverRandom]), MASTER_SECRET);
}
