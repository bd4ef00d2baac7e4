import { type Reply, talkInLines, words } from "./line-protocol.ts";
import type { Prologue } from "./prologue.ts";

const capability = "CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED";

export const imap: Prologue = {
  id: "imap",
  name: "IMAP",
  citation: "RFC 9051 section 6.2.1",
  ...talkInLines({ greeting: `* OK [${capability}] ready`, answer }),
};

/** Every command begins with a tag, which its reply repeats. @see RFC 9051 section 2.2.1 */
function answer(line: string): Reply {
  const [tag = "*"] = line.split(" ");
  switch (words(line)[1]) {
    case "CAPABILITY":
      return { lines: [`* ${capability}`, `${tag} OK completed`] };
    case "NOOP":
      return { lines: [`${tag} OK completed`] };
    case "STARTTLS":
      return { lines: [`${tag} OK Begin TLS negotiation now`], next: "tls" };
    case "LOGOUT":
      return { lines: ["* BYE logging out", `${tag} OK completed`], next: "end" };
    case undefined:
      return { lines: ["* BAD a tag and a command are wanted"] };
    default:
      return { lines: [`${tag} NO [PRIVACYREQUIRED] use STARTTLS first`] };
  }
}
