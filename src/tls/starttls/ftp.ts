import { type Reply, talkInLines, words } from "./line-protocol.ts";
import type { Prologue } from "./prologue.ts";

export const ftp: Prologue = {
  id: "ftp",
  name: "FTP",
  citation: "RFC 4217 section 4",
  ...talkInLines({ greeting: "220 FTP ready", answer }),
};

function answer(command: string): Reply {
  const [verb, mechanism = ""] = words(command);
  switch (verb) {
    case "FEAT":
      return { lines: ["211-Features:", " AUTH TLS", "211 End"] };
    case "AUTH":
      if (/^TLS(-C)?$/.test(mechanism)) return { lines: ["234 Begin TLS negotiation"], next: "tls" };
      return { lines: ["504 Only AUTH TLS is known"] };
    case "QUIT":
      return { lines: ["221 Bye"], next: "end" };
    default:
      return { lines: ["530 Use AUTH TLS first"] };
  }
}
