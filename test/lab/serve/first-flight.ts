import { connect as connectTcp } from "node:net";
import { Duplex } from "node:stream";
import { connect } from "node:tls";

const RECORD_HEADER = 5;
/** ServerHelloDone: the end of all that a TLS 1.2 server says before the client speaks again. */
const SERVER_HELLO_DONE = Buffer.of(14, 0, 0, 0);

/** What a server answers to a TLS 1.2 hello, in the clear and without the headers of its records. */
export async function firstFlight(port: number): Promise<Buffer> {
  const socket = connectTcp(port, "127.0.0.1");
  socket.write(await hello());
  let octets = Buffer.alloc(0);
  for await (const chunk of socket) {
    octets = Buffer.concat([octets, chunk]);
    if (octets.subarray(-SERVER_HELLO_DONE.length).equals(SERVER_HELLO_DONE)) break;
  }
  return withoutHeaders(octets);
}

/** RFC 5246 section 6.2.1 */
function withoutHeaders(octets: Buffer): Buffer {
  const fragments: Buffer[] = [];
  for (let at = 0; at < octets.length; ) {
    const end = at + RECORD_HEADER + octets.readUInt16BE(at + 3);
    fragments.push(octets.subarray(at + RECORD_HEADER, end));
    at = end;
  }
  return Buffer.concat(fragments);
}

/** What Node says first. */
async function hello(): Promise<Buffer> {
  const spoken = new Promise<Buffer>((resolve) => {
    const wire = new Duplex({ read() {}, write: (chunk: Buffer) => resolve(chunk) });
    const client = connect({
      socket: wire,
      servername: "localhost",
      minVersion: "TLSv1.2",
      maxVersion: "TLSv1.2",
      ciphers: "DEFAULT:@SECLEVEL=0",
    });
    client.on("error", () => {});
  });
  return spoken;
}
