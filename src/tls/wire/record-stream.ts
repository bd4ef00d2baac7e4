import type { Socket } from "node:net";
import { asBuffer } from "../../asn1/bytes.ts";
import { SocketReader } from "../socket-reader.ts";
import { uint, vector } from "./octets.ts";
import type { RecordProtection } from "./record-protection.ts";
import { ALERT, PeerAlert, TlsAlert } from "./tls-alert.ts";
import { TLS12 } from "./versions.ts";

/** @see RFC 5246 section 6.2.1 */
export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

const HEADER = 5;
/** Octets of plain text in one record. @see RFC 5246 section 6.2.1 */
const MAX_PLAIN = 2 ** 14;
/** Octets of a protected fragment. @see RFC 5246 section 6.2.3 */
const MAX_PROTECTED = MAX_PLAIN + 2048;
const WARNING = 1;
const FATAL = 2;

export interface WireRecord {
  readonly type: number;
  readonly fragment: Uint8Array;
}

/** The record layer over a socket: each direction in the clear until it is given its protection. @see RFC 5246 section 6 */
export class RecordStream {
  readonly #socket: Socket;
  readonly #reader: SocketReader;
  #opening: RecordProtection | undefined;
  #sealing: RecordProtection | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#reader = new SocketReader(socket);
  }

  protectReading(protection: RecordProtection): void {
    this.#opening = protection;
  }

  protectWriting(protection: RecordProtection): void {
    this.#sealing = protection;
  }

  /** The next record that is not an alert. @throws PeerGone, PeerAlert, TlsAlert */
  async read(): Promise<WireRecord> {
    for (;;) {
      const record = await this.#readAny();
      if (record.type !== CONTENT.alert) return record;
      const [level, alert] = record.fragment;
      if (level === undefined || alert === undefined) throw new TlsAlert(ALERT.decodeError, "an alert cut short");
      if (level !== WARNING || alert === ALERT.closeNotify) throw new PeerAlert(alert);
    }
  }

  write(type: number, content: Uint8Array): void {
    for (let at = 0; at < content.length; at += MAX_PLAIN) {
      const plain = content.subarray(at, at + MAX_PLAIN);
      const fragment = this.#sealing?.seal(type, plain) ?? plain;
      this.#socket.write(Buffer.concat([uint(1, type), uint(2, TLS12), vector(2, fragment)]));
    }
  }

  /** close_notify is a warning; all else that ends a connection is fatal. @see RFC 5246 section 7.2 */
  writeAlert(alert: number): void {
    this.write(CONTENT.alert, Uint8Array.of(alert === ALERT.closeNotify ? WARNING : FATAL, alert));
  }

  async #readAny(): Promise<WireRecord> {
    const header = asBuffer(await this.#reader.read(HEADER));
    const type = header.readUInt8(0);
    const length = header.readUInt16BE(3);
    if (type < CONTENT.changeCipherSpec || type > CONTENT.applicationData)
      throw new TlsAlert(ALERT.unexpectedMessage, `a record of type ${type}: this is not TLS`);
    if (header.readUInt8(1) !== TLS12 >> 8) throw new TlsAlert(ALERT.protocolVersion, "a record of another protocol");
    if (length > (this.#opening ? MAX_PROTECTED : MAX_PLAIN))
      throw new TlsAlert(ALERT.recordOverflow, `a record of ${length} octets`);
    const fragment = await this.#reader.read(length);
    return { type, fragment: this.#opening?.open(type, fragment) ?? fragment };
  }
}
