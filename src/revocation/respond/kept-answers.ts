import { asBuffer } from "../../asn1/bytes.ts";
import type { CertId } from "../ocsp/cert-id.ts";

/** How many answers are kept, of about a thousand octets each. */
const MAX_KEPT = 65_536;
/** A CertID with two SHA-512 hashes and the longest serial number takes 172 octets. Only what is unusual is longer, and it is not kept. */
export const MAX_KEPT_CERT_ID_BYTES = 192;

/** Something for each CertID, by its octets. When there are too many, the one that was set first goes. */
export class KeptAnswers<T> {
  readonly #kept = new Map<string, T>();

  get({ der }: CertId): T | undefined {
    return this.#kept.get(keyOf(der));
  }

  set({ der }: CertId, value: T): void {
    if (der.length > MAX_KEPT_CERT_ID_BYTES) return;
    const key = keyOf(der);
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, value);
  }
}

function keyOf(der: Uint8Array): string {
  return asBuffer(der).toString("latin1");
}
