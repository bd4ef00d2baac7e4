import { PkiError } from "../../../errors/pki-error.ts";
import type { Journal } from "./journal.ts";
import type { JournalMark } from "./journal-mark.ts";
import { offsetOf, segmentOf } from "./position.ts";

/** The index is written after the journal is on the disk, so it never knows more than there was. @throws PkiError ERR_STORE_DAMAGED */
export function refuseShortened(journal: Journal, known: JournalMark): void {
  if (journal.size(segmentOf(known.position)) < offsetOf(known.position))
    throw missingEntries(journal, known, known.seq);
}

/** The journal ends at a mark, though the entry with this number was written. */
export function missingEntries(journal: Journal, { position }: JournalMark, seq: number): PkiError {
  const reason = `it ends before entry ${seq}, which was written`;
  return new PkiError("ERR_STORE_DAMAGED", { path: journal.path(segmentOf(position)), reason });
}
