import type { Socket } from "node:net";
import type { StarttlsProtocol } from "../../faults/build/conduct.ts";
import { hangUp } from "../../tls/hang-up.ts";
import { SocketReader } from "../../tls/socket-reader.ts";
import { type Reply, talkInLines, words } from "../../tls/starttls/line-protocol.ts";

type Answer = (command: string) => Reply;

/** What a service answers once STARTTLS has led to TLS: enough for its clients to end contented. The others just end. */
const answers: Readonly<Partial<Record<StarttlsProtocol, Answer>>> = { smtp, imap, pop3 };

/** Goes on in a service's own protocol. Never rejects for what a client does. */
export async function talkInsideTls(protocol: StarttlsProtocol, socket: Socket): Promise<void> {
  socket.on("error", () => {}); // a client that is gone is gone
  const answer = answers[protocol];
  if (answer !== undefined) {
    const { talk } = talkInLines({ greeting: "", answer });
    await talk(new SocketReader(socket), (said) => socket.write(said)).catch(() => {}); // it talks something else
  }
  await hangUp(socket);
}

/** @see RFC 5321 section 4.1 */
function smtp(command: string): Reply {
  switch (words(command)[0]) {
    case "QUIT":
      return { lines: ["221 Bye"], next: "end" };
    case "MAIL":
      return { lines: ["550 The lab takes no mail"] };
    default:
      return { lines: ["250 localhost"] };
  }
}

/** @see RFC 9051 section 6 */
function imap(line: string): Reply {
  const [tag = "*"] = line.split(" ");
  switch (words(line)[1]) {
    case "CAPABILITY":
      return { lines: ["* CAPABILITY IMAP4rev1", `${tag} OK completed`] };
    case "LOGOUT":
      return { lines: ["* BYE", `${tag} OK completed`], next: "end" };
    default:
      return { lines: [`${tag} OK completed`] };
  }
}

/** @see RFC 1939 section 5 */
function pop3(command: string): Reply {
  switch (words(command)[0]) {
    case "QUIT":
      return { lines: ["+OK Bye"], next: "end" };
    case "CAPA":
    case "LIST":
      return { lines: ["+OK", "."] };
    default:
      return { lines: ["+OK"] };
  }
}
