/** The alerts that this server raises by itself; a script may name any other number. @see RFC 5246 section 7.2 */
export const ALERT = {
  closeNotify: 0,
  unexpectedMessage: 10,
  badRecordMac: 20,
  recordOverflow: 22,
  handshakeFailure: 40,
  badCertificate: 42,
  illegalParameter: 47,
  decodeError: 50,
  decryptError: 51,
  protocolVersion: 70,
  internalError: 80,
} as const;

/** Why a handshake cannot go on, and the alert that tells the peer. */
export class TlsAlert extends Error {
  override readonly name = "TlsAlert";
  readonly alert: number;

  constructor(alert: number, message: string) {
    super(message);
    this.alert = alert;
  }
}

/** The alert with which the peer ended the connection: close_notify (0) when it had no complaint. */
export class PeerAlert extends Error {
  override readonly name = "PeerAlert";
  readonly alert: number;

  constructor(alert: number) {
    super(`the peer sent alert ${alert}`);
    this.alert = alert;
  }
}
