import { PkiError } from "../../../errors/pki-error.ts";
import { decodeEntry, type Entry } from "./entry.ts";
import type { Journal } from "./journal.ts";
import { type JournalLine, journalLines } from "./journal-lines.ts";
import { segmentOf } from "./position.ts";

export interface ReadEntry {
  readonly entry: Entry;
  /** Its line; a view that is good until the next one is asked for. */
  readonly bytes: Buffer;
}

/**
 * The entries from this position on, each read but not checked against the one before. A last line that is not finished is none yet.
 * @throws PkiError ERR_STORE_DAMAGED
 */
export async function* journalEntries(journal: Journal, from: number): AsyncGenerator<ReadEntry> {
  for await (const lines of journalLines(journal.folder, from)) {
    for (const line of lines) if (line.whole) yield { entry: entryIn(journal, line), bytes: line.bytes };
  }
}

function entryIn(journal: Journal, { bytes, position }: JournalLine): Entry {
  const entry = decodeEntry(bytes);
  if (entry !== undefined) return entry;
  const reason = `line ${journal.lineNumber(position)} is not an entry`;
  throw new PkiError("ERR_STORE_DAMAGED", { path: journal.path(segmentOf(position)), reason });
}
