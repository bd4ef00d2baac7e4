import { asBuffer } from "../../asn1/bytes.ts";
import type { SocketReader } from "../socket-reader.ts";
import type { Prologue, Say } from "./prologue.ts";

/** Capability flags. @see MySQL Internals, "Capabilities Flags" */
const CLIENT_PROTOCOL_41 = 0x0000_0200;
const CLIENT_SSL = 0x0000_0800;
const CLIENT_SECURE_CONNECTION = 0x0000_8000;
const CLIENT_PLUGIN_AUTH = 0x0008_0000;
const CAPABILITIES = CLIENT_PROTOCOL_41 | CLIENT_SSL | CLIENT_SECURE_CONNECTION | CLIENT_PLUGIN_AUTH;

/** Octets. */
const HEADER = 4;
const SSL_REQUEST = 32;
/** Nobody logs in here, so the octets that a password is mixed with need not be secret. There must be 20. */
const CHALLENGE = Buffer.from("not-a-real-challenge", "latin1");
const UTF8MB4 = 45;
const AUTOCOMMIT = 2;

export const mysql: Prologue = {
  id: "mysql",
  name: "MySQL",
  citation: "MySQL Internals, Connection Phase, SSL Handshake",
  greeting: packet(0, greetingPayload()),
  talk,
};

/** A client that wants TLS sends the head of its login alone, and the rest once it is encrypted. */
async function talk(reader: SocketReader, say: Say): Promise<"tls" | "end"> {
  const length = asBuffer(await reader.read(HEADER)).readUIntLE(0, 3);
  if (length < SSL_REQUEST) return "end";
  const head = asBuffer(await reader.read(SSL_REQUEST));
  if (length === SSL_REQUEST && (head.readUInt32LE(0) & CLIENT_SSL) !== 0) return "tls";
  say(packet(2, insecureTransportRefused()));
  return "end";
}

/** @see MySQL Internals, "MySQL Packets" */
function packet(sequence: number, payload: Uint8Array): Uint8Array {
  const header = Buffer.alloc(HEADER);
  header.writeUIntLE(payload.length, 0, 3);
  header.writeUInt8(sequence, 3);
  return Buffer.concat([header, payload]);
}

/** Protocol::HandshakeV10. */
function greetingPayload(): Uint8Array {
  const middle = Buffer.alloc(18);
  middle.writeUInt16LE(CAPABILITIES & 0xffff, 0);
  middle.writeUInt8(UTF8MB4, 2);
  middle.writeUInt16LE(AUTOCOMMIT, 3);
  middle.writeUInt16LE(CAPABILITIES >>> 16, 5);
  middle.writeUInt8(CHALLENGE.length + 1, 7); // ten octets follow that are kept for later
  return Buffer.concat([
    Buffer.from("\x0a8.0.0-lab\0\x01\0\0\0", "latin1"), // protocol 10, version, connection number
    CHALLENGE.subarray(0, 8),
    Buffer.alloc(1),
    middle,
    CHALLENGE.subarray(8),
    Buffer.from("\0mysql_native_password\0", "latin1"),
  ]);
}

/** ERR_Packet 3159: what a server with require_secure_transport says to a login in the clear. */
function insecureTransportRefused(): Uint8Array {
  const words = "#HY000Connections using insecure transport are prohibited while --require_secure_transport=ON.";
  return Buffer.concat([Uint8Array.of(0xff, 3159 & 0xff, 3159 >> 8), Buffer.from(words, "latin1")]);
}
