import { asBuffer } from "../../asn1/bytes.ts";
import type { SocketReader } from "../socket-reader.ts";
import type { Prologue, Say } from "./prologue.ts";

/** Octets of one XML tag. */
const MAX_TAG = 1024;
/** An XML declaration, a stream header and a request, and some to spare. */
const MAX_TAGS = 10;
const GREATER_THAN = 0x3e;

const namespace = "urn:ietf:params:xml:ns:xmpp-tls";
const streamHeader =
  "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' " +
  "from='localhost' id='1' version='1.0'>";
const features = `<stream:features><starttls xmlns='${namespace}'><required/></starttls></stream:features>`;

export const xmpp: Prologue = {
  id: "xmpp",
  name: "XMPP",
  citation: "RFC 6120 section 5.4.2",
  talk,
};

async function talk(reader: SocketReader, say: Say): Promise<"tls" | "end"> {
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const tag = await readTag(reader);
    if (tag.startsWith("<stream:stream")) say(streamHeader + features);
    if (tag.startsWith("<starttls")) {
      say(`<proceed xmlns='${namespace}'/>`);
      return "tls";
    }
    if (tag.startsWith("</stream:stream")) break;
  }
  say("</stream:stream>");
  return "end";
}

/** @throws RangeError for what cannot be XML, so that nobody waits for its end: a ClientHello, for one */
async function readTag(reader: SocketReader): Promise<string> {
  const text = async (octets: Promise<Uint8Array>): Promise<string> => asBuffer(await octets).toString("latin1");
  let first: string;
  do first = await text(reader.read(1));
  while (/\s/.test(first));
  if (first !== "<") throw new RangeError("not a tag");
  return first + (await text(reader.until(GREATER_THAN, MAX_TAG)));
}
