import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** Where a record's header has its type, and the octets of the header. @see RFC 5246 section 6.2.1 */
const HEADER = 5;

export interface TamperingProxy {
  readonly port: number;
  stop(): void;
}

/** Somebody in the middle who flips the last bit of those of the client's records that are chosen. */
export async function tamper(upstreamPort: number, chosen: (record: Buffer) => boolean): Promise<TamperingProxy> {
  const server = createServer((client) => {
    const upstream = connect(upstreamPort, "127.0.0.1");
    for (const socket of [client, upstream]) socket.on("error", () => {});
    upstream.pipe(client);
    let unread = Buffer.alloc(0);
    client.on("data", (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      while (unread.length >= HEADER && unread.length >= HEADER + unread.readUInt16BE(3)) {
        const record = Buffer.from(unread.subarray(0, HEADER + unread.readUInt16BE(3)));
        unread = unread.subarray(record.length);
        if (chosen(record)) record.writeUInt8(record.readUInt8(record.length - 1) ^ 1, record.length - 1);
        upstream.write(record);
      }
    });
    client.on("end", () => upstream.end());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}
