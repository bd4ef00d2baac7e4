import { type Reply, talkInLines, words } from "./line-protocol.ts";
import type { Prologue } from "./prologue.ts";

export const pop3: Prologue = {
  id: "pop3",
  name: "POP3",
  citation: "RFC 2595 section 4",
  ...talkInLines({ greeting: "+OK POP3 ready", answer }),
};

function answer(command: string): Reply {
  switch (words(command)[0]) {
    case "CAPA":
      return { lines: ["+OK", "STLS", "."] };
    case "STLS":
      return { lines: ["+OK Begin TLS negotiation"], next: "tls" };
    case "QUIT":
      return { lines: ["+OK Bye"], next: "end" };
    default:
      return { lines: ["-ERR use STLS first"] };
  }
}
