import { asBuffer } from "../../asn1/bytes.ts";
import { CONTENT, type RecordStream } from "./record-stream.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";

/** Octets. Node's own servers allow as much. */
const MAX_REQUEST_HEAD = 16 * 1024;

/** An HTTP/1.1 request up to its blank line. @throws TlsAlert, PeerAlert, PeerGone @see RFC 9112 section 2.1 */
export async function readRequest(records: RecordStream): Promise<string> {
  let request = "";
  while (!request.includes("\r\n\r\n")) {
    const { type, fragment } = await records.read();
    if (type !== CONTENT.applicationData)
      throw new TlsAlert(ALERT.unexpectedMessage, `a record of type ${type} instead of a request`);
    request += asBuffer(fragment).toString("latin1");
    if (request.length > MAX_REQUEST_HEAD)
      throw new TlsAlert(ALERT.internalError, `a request of more than ${MAX_REQUEST_HEAD} octets`);
  }
  return request.slice(0, request.indexOf("\r\n\r\n"));
}

/** 200 with this text, and the end of what will be said. */
export function answer(records: RecordStream, body: string): void {
  const content = Buffer.from(body, "utf8");
  const head = [
    "HTTP/1.1 200 OK",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${content.length}`,
    "Connection: close",
  ];
  records.write(CONTENT.applicationData, Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), content]));
  records.writeAlert(ALERT.closeNotify);
}
