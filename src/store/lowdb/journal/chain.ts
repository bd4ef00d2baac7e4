import { decodeEntry, type Entry, hashOfLine } from "./entry.ts";
import { type JournalLine, journalLines } from "./journal-lines.ts";
import type { JournalMark } from "./journal-mark.ts";

/** Why the chain does not go on at a line. */
export interface ChainBreak {
  readonly position: number;
  /** The number that the entry should have had. */
  readonly seq: number;
  /** An unfinished last line: a write that was cut off before anybody was told that it is done. */
  readonly torn: boolean;
  readonly message: string;
}

/** How far the chain holds, and why not further. */
export interface ChainEnd {
  readonly mark: JournalMark;
  readonly broken?: ChainBreak;
}

/** Follows the chain from a known point, shows each entry that holds, and stops at the first line that does not. */
export async function followChain(
  folder: string,
  from: JournalMark,
  visit: (entry: Entry, position: number, hash: string) => void | Promise<void>,
): Promise<ChainEnd> {
  let mark = from;
  for await (const lines of journalLines(folder, from.position)) {
    for (const line of lines) {
      const link = checkLink(line, mark);
      if (typeof link === "string") {
        const broken = { position: line.position, seq: mark.seq + 1, torn: !line.whole, message: link };
        return { mark, broken };
      }
      mark = { position: line.position + line.bytes.length + 1, seq: link.seq, hash: hashOfLine(line.bytes) };
      await visit(link, line.position, mark.hash);
    }
  }
  return { mark };
}

/** The entry, or what is wrong with it. */
function checkLink(line: JournalLine, previous: JournalMark): Entry | string {
  if (!line.whole) return "the line is not finished";
  const entry = decodeEntry(line.bytes);
  if (entry === undefined) return "the line is not an entry";
  if (entry.seq !== previous.seq + 1) return `entry ${entry.seq} follows entry ${previous.seq}`;
  if (entry.prev !== previous.hash)
    return `the hash of entry ${previous.seq} is not the one that entry ${entry.seq} names`;
  return entry;
}
