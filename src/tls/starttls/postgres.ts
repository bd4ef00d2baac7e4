import { asBuffer } from "../../asn1/bytes.ts";
import type { SocketReader } from "../socket-reader.ts";
import type { Prologue, Say } from "./prologue.ts";

/** What stands where a startup message has its protocol version. @see PostgreSQL documentation, "Message Formats" */
const SSL_REQUEST = 80_877_103;
const GSS_ENCRYPTION_REQUEST = 80_877_104;
const STARTUP_3_0 = 0x0003_0000;
/** A request for encryption, or what begins a startup message. Octets. */
const REQUEST = 8;
/** A client asks for each kind of encryption once. */
const MAX_REQUESTS = 4;

export const postgres: Prologue = {
  id: "postgres",
  name: "PostgreSQL",
  citation: "PostgreSQL documentation, Message Flow, SSL Session Encryption",
  talk,
};

async function talk(reader: SocketReader, say: Say): Promise<"tls" | "end"> {
  for (let requests = 0; requests < MAX_REQUESTS; requests++) {
    const code = asBuffer(await reader.read(REQUEST)).readUInt32BE(4);
    if (code === SSL_REQUEST) {
      say("S");
      return "tls";
    }
    if (code === STARTUP_3_0) say(loginRefused());
    if (code !== GSS_ENCRYPTION_REQUEST) return "end";
    say("N");
  }
  return "end";
}

/** ErrorResponse in the words with which a server of `hostssl` lines alone refuses a login in the clear. */
function loginRefused(): Uint8Array {
  const fields = ["SFATAL", "VFATAL", "C28000", "Mno pg_hba.conf entry for this host, no encryption"];
  const body = Buffer.from(`${fields.join("\0")}\0\0`, "latin1");
  const head = Buffer.from("E\0\0\0\0", "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
