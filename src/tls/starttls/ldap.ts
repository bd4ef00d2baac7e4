import { asBuffer } from "../../asn1/bytes.ts";
import { readLenientHeader } from "../../asn1/lenient-header.ts";
import { contextPrimitive, TAG } from "../../asn1/tag.ts";
import { integer, octetString, sequence, tlv } from "../../asn1/writer.ts";
import type { SocketReader } from "../socket-reader.ts";
import type { Prologue, Say } from "./prologue.ts";

const START_TLS = "1.3.6.1.4.1.1466.20037";

/** Choices of protocolOp. @see RFC 4511 section 4.2 */
const OP = { bindRequest: 0x60, bindResponse: 0x61, extendedRequest: 0x77, extendedResponse: 0x78 } as const;
/** @see RFC 4511 section 4.1.9 */
const RESULT = { success: 0, protocolError: 2, confidentialityRequired: 13 } as const;
/** Octets of one message. */
const MAX_MESSAGE = 1024;
const MAX_MESSAGES = 10;

export const ldap: Prologue = {
  id: "ldap",
  name: "LDAP",
  citation: "RFC 4511 section 4.14",
  talk,
};

async function talk(reader: SocketReader, say: Say): Promise<"tls" | "end"> {
  for (let messages = 0; messages < MAX_MESSAGES; messages++) {
    const [id, op] = elements(await readMessage(reader));
    if (op?.tag === OP.extendedRequest) {
      const startsTls = elements(op.content)[0]?.text === START_TLS;
      say(response(id, OP.extendedResponse, startsTls ? RESULT.success : RESULT.protocolError));
      if (startsTls) return "tls";
    } else if (op?.tag === OP.bindRequest) {
      say(response(id, OP.bindResponse, RESULT.confidentialityRequired));
    } else return "end"; // unbindRequest, or what nobody may ask in the clear
  }
  return "end";
}

/** The content of an LDAPMessage. Lengths may be longer than they need to be, as in BER (RFC 4511 section 5.1). */
async function readMessage(reader: SocketReader): Promise<Uint8Array> {
  const [tag = 0, first = 0] = await reader.read(2);
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (tag !== TAG.sequence || octets > 4) throw new RangeError("not an LDAPMessage");
  const length = octets === 0 ? first : asBuffer(await reader.read(octets)).readUIntBE(0, octets);
  if (length > MAX_MESSAGE) throw new RangeError(`a message of ${length} octets`);
  return reader.read(length);
}

interface BerElement {
  readonly tag: number;
  readonly der: Uint8Array;
  readonly content: Uint8Array;
  readonly text: string;
}

function elements(bytes: Uint8Array): readonly BerElement[] {
  const found: BerElement[] = [];
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    const header = readLenientHeader(bytes, start, bytes.length);
    end = header.end;
    const content = bytes.subarray(header.contentStart, end);
    found.push({
      tag: header.tag,
      der: bytes.subarray(start, end),
      content,
      text: asBuffer(content).toString("latin1"),
    });
  }
  return found;
}

/** LDAPResult in its envelope; an extended response says which operation it belongs to. @see RFC 4511 section 4.12 */
function response(id: BerElement | undefined, op: number, result: number): Uint8Array {
  const responseName = tlv(contextPrimitive(10), Buffer.from(START_TLS, "latin1"));
  const parts = [integer(result, TAG.enumerated), octetString(Buffer.of()), octetString(Buffer.of())];
  const named = op === OP.extendedResponse ? [...parts, responseName] : parts;
  return sequence(id?.der ?? integer(0), tlv(op, ...named));
}
