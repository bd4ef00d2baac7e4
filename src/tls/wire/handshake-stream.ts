import { createHash } from "node:crypto";
import { OctetReader } from "./octet-reader.ts";
import { uint, vector } from "./octets.ts";
import { CONTENT, type RecordStream } from "./record-stream.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";

/** @see RFC 5246 section 7.4, RFC 6066 section 8 */
const MESSAGE = {
  clientHello: 1,
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  clientKeyExchange: 16,
  finished: 20,
  certificateStatus: 22,
} as const;

/** What a client may say in one handshake: a chain of many certificates fits. Octets. */
const MAX_HANDSHAKE = 64 * 1024;
const HEADER = 4;

/** The messages of one handshake, cut from records and kept for its hashes. @see RFC 5246 section 7.4 */
export class HandshakeStream {
  readonly #records: RecordStream;
  #unread: Uint8Array = new Uint8Array();
  #received = 0;
  #transcript: Uint8Array = new Uint8Array();

  constructor(records: RecordStream) {
    this.#records = records;
  }

  /** All messages up to now, both sides'. */
  get transcript(): Uint8Array {
    return this.#transcript;
  }

  transcriptHash(hash: string): Uint8Array {
    return createHash(hash).update(this.#transcript).digest();
  }

  send(type: keyof typeof MESSAGE, ...parts: readonly Uint8Array[]): void {
    const message = Buffer.concat([uint(1, MESSAGE[type]), vector(3, ...parts)]);
    this.#transcript = Buffer.concat([this.#transcript, message]);
    this.#records.write(CONTENT.handshake, message);
  }

  /** The body of the next message, which must be this one. @throws TlsAlert, PeerAlert, PeerGone */
  async receive(type: keyof typeof MESSAGE): Promise<Uint8Array> {
    await this.#fill(HEADER);
    const header = new OctetReader(this.#unread, type);
    const found = header.uint(1);
    if (found !== MESSAGE[type]) throw new TlsAlert(ALERT.unexpectedMessage, `message ${found} instead of ${type}`);
    const end = HEADER + header.uint(3);
    await this.#fill(end);
    const message = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end);
    this.#transcript = Buffer.concat([this.#transcript, message]);
    return message.subarray(HEADER);
  }

  /** ChangeCipherSpec must not cut a message in two. @see RFC 5246 section 7.1 */
  async receiveChangeCipherSpec(): Promise<void> {
    const { type, fragment } = await this.#records.read();
    const asExpected = type === CONTENT.changeCipherSpec && fragment.length === 1 && fragment[0] === 1;
    if (!asExpected || this.#unread.length > 0)
      throw new TlsAlert(ALERT.unexpectedMessage, "no ChangeCipherSpec where it belongs");
  }

  sendChangeCipherSpec(): void {
    this.#records.write(CONTENT.changeCipherSpec, Uint8Array.of(1));
  }

  async #fill(octets: number): Promise<void> {
    while (this.#unread.length < octets) {
      const { type, fragment } = await this.#records.read();
      if (type !== CONTENT.handshake)
        throw new TlsAlert(ALERT.unexpectedMessage, `a record of type ${type} in a handshake`);
      if (fragment.length === 0) throw new TlsAlert(ALERT.decodeError, "an empty record in a handshake");
      this.#received += fragment.length;
      if (this.#received > MAX_HANDSHAKE)
        throw new TlsAlert(ALERT.illegalParameter, `a handshake of more than ${MAX_HANDSHAKE} octets`);
      this.#unread = Buffer.concat([this.#unread, fragment]);
    }
  }
}
