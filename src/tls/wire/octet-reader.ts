import { asBuffer } from "../../asn1/bytes.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";

/** A strict cursor over the presentation language of TLS: numbers and vectors. @see RFC 5246 section 4 */
export class OctetReader {
  readonly #octets: Buffer;
  readonly #what: string;
  #at = 0;

  /** @param what names in errors the message that is read. */
  constructor(octets: Uint8Array, what: string) {
    this.#octets = asBuffer(octets);
    this.#what = what;
  }

  get atEnd(): boolean {
    return this.#at === this.#octets.length;
  }

  /** @throws TlsAlert decode_error, as all below */
  take(octets: number): Uint8Array {
    const left = this.#octets.length - this.#at;
    if (octets > left) throw this.error(`${octets} octets wanted at ${this.#at}, ${left} there`);
    this.#at += octets;
    return this.#octets.subarray(this.#at - octets, this.#at);
  }

  uint(octets: number): number {
    return asBuffer(this.take(octets)).readUIntBE(0, octets);
  }

  /** Octets behind their count. */
  vector(lengthOctets: number): Uint8Array {
    return this.take(this.uint(lengthOctets));
  }

  /** The items of a vector, read until it ends; `least` says how many it must have. */
  list<T>(lengthOctets: number, read: (items: OctetReader) => T, least = 0): T[] {
    const items = new OctetReader(this.vector(lengthOctets), this.#what);
    const list: T[] = [];
    while (!items.atEnd) list.push(read(items));
    if (list.length < least) throw this.error(`an empty list before ${this.#at}`);
    return list;
  }

  /** Nothing may follow. */
  end(): void {
    if (!this.atEnd) throw this.error(`${this.#octets.length - this.#at} octets too many`);
  }

  error(problem: string): TlsAlert {
    return new TlsAlert(ALERT.decodeError, `${this.#what}: ${problem}`);
  }
}
