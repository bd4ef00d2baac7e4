import { type Reply, talkInLines, words } from "./line-protocol.ts";
import type { Prologue } from "./prologue.ts";

export const smtp: Prologue = {
  id: "smtp",
  name: "SMTP",
  citation: "RFC 3207 section 4",
  ...talkInLines({ greeting: "220 localhost ESMTP ready", answer }),
};

function answer(command: string): Reply {
  switch (words(command)[0]) {
    case "EHLO":
      return { lines: ["250-localhost", "250 STARTTLS"] };
    case "HELO":
    case "NOOP":
    case "RSET":
      return { lines: ["250 localhost"] };
    case "STARTTLS":
      return { lines: ["220 Ready to start TLS"], next: "tls" };
    case "QUIT":
      return { lines: ["221 Bye"], next: "end" };
    default:
      return { lines: ["530 Must issue a STARTTLS command first"] };
  }
}
