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
    const tag = asBuffer(await reader.until(GREATER_THAN, MAX_TAG))
      .toString("latin1")
      .trimStart();
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
