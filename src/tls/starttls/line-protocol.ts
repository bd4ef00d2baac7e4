import { asBuffer } from "../../asn1/bytes.ts";
import type { Prologue } from "./prologue.ts";

/** Octets of a command line with its end. RFC 5321 section 4.5.3.1.4 asks for 512, RFC 9051 section 4 for more. */
const MAX_LINE = 1024;
/** Nobody needs more to find out that STARTTLS comes first. */
const MAX_COMMANDS = 20;
const LINE_FEED = 0x0a;

export interface Reply {
  /** Lines without their ends. */
  readonly lines: readonly string[];
  /** What comes after them; the next command unless told. */
  readonly next?: "tls" | "end";
}

/** A protocol of lines: what the server says first, and what it answers to a command. */
export interface LineProtocol {
  readonly greeting: string;
  answer(command: string): Reply;
}

/** The parts of a prologue in which commands and replies are lines. */
export function talkInLines({ greeting, answer }: LineProtocol): Pick<Prologue, "greeting" | "talk"> {
  return {
    greeting: `${greeting}\r\n`,
    async talk(reader, say) {
      for (let commands = 0; commands < MAX_COMMANDS; commands++) {
        const line = asBuffer(await reader.until(LINE_FEED, MAX_LINE)).toString("latin1");
        const { lines, next } = answer(line.trimEnd());
        say(lines.map((one) => `${one}\r\n`).join(""));
        if (next !== undefined) return next;
      }
      return "end";
    },
  };
}

/** The first words of a command, in capitals. */
export function words(command: string): readonly string[] {
  return command.toUpperCase().split(" ");
}
