import { PkiError } from "../../../errors/pki-error.ts";
import { syncFolder, writeDurably } from "../durable-file.ts";
import type { IndexState } from "../index/serial-index.ts";
import { type ChainBreak, followChain } from "../journal/chain.ts";
import type { NoteEvent } from "../journal/entry.ts";
import { GROUP_BYTES } from "../journal/entry-group.ts";
import type { Journal } from "../journal/journal.ts";
import type { JournalMark } from "../journal/journal-mark.ts";
import { missingEntries, refuseShortened } from "../journal/missing-entries.ts";
import { offsetOf, segmentOf } from "../journal/position.ts";
import type { StoreFiles } from "../store-files.ts";
import { applyEntry } from "./apply-entry.ts";

/** The end of the journal, and what had to be cut off there. */
export interface Recovery {
  readonly mark: JournalMark;
  readonly note?: NoteEvent;
}

/**
 * Under the lock: finds the end of the journal. After an orderly commit the index tells it. Otherwise a process was killed, the power
 * failed or the index is gone: the entries that the index does not know are read, checked and applied.
 * @throws PkiError ERR_STORE_DAMAGED
 */
export async function recover(files: StoreFiles): Promise<Recovery> {
  const { journal, index, hierarchy } = files;
  const known = index.refresh();
  const { state } = index;
  await hierarchy.refresh();
  if (state === "current" && journal.endsAt(known.position)) return { mark: known };

  refuseShortened(journal, known);
  await journal.syncFrom(known.position);
  const { mark, broken } = await followChain(journal.folder, known, async (entry, position) => {
    index.makeRoom(1);
    await applyEntry(files, entry, position);
  });
  const note = broken && (await cutOff(journal, broken, state));
  if (mark.seq < hierarchy.document.seq) throw missingEntries(journal, mark, hierarchy.document.seq);
  index.makeRoom(0);
  index.advance(mark);
  return note === undefined ? { mark } : { mark, note };
}

/**
 * Cuts off what nobody was told to be done: an unfinished last line, or, after a power failure, a last group of which only parts reached
 * the disk; those are kept in a file of their own. Anything else is damage, and is left as it is.
 */
async function cutOff(
  journal: Journal,
  { position, torn, message }: ChainBreak,
  state: IndexState,
): Promise<NoteEvent> {
  const path = journal.path(segmentOf(position));
  const tail = journal.tail(position);
  const isLast = journal.size(segmentOf(position) + 1) === 0;
  const isLostGroup = state === "unsynced" && tail.length <= GROUP_BYTES;
  if (!isLast || !(torn || isLostGroup))
    throw new PkiError("ERR_STORE_DAMAGED", { path, reason: `line ${journal.lineNumber(position)}: ${message}` });
  if (!torn) await setAside(`${path}.cut-at-${offsetOf(position)}`, tail, journal);
  await journal.cut(position);
  return { type: "noted", what: "journal-tail-cut", facts: { bytes: tail.length } };
}

async function setAside(path: string, bytes: Buffer, journal: Journal): Promise<void> {
  await writeDurably(path, bytes);
  await syncFolder(journal.folder);
}
