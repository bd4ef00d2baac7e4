import { IndexDamaged } from "../index/serial-index.ts";
import { isAboutCertificate } from "../journal/entry.ts";
import { advance, type History } from "../journal/history.ts";
import { journalEntries } from "../journal/journal-entries.ts";
import { JOURNAL_START } from "../journal/position.ts";
import type { StoreFiles } from "../store-files.ts";
import { indexedHistory } from "./indexed-history.ts";

/**
 * Everything about one serial number: from the index, and from what follows in the journal after the point that the index knows. Where
 * the index proves wrong the journal alone is asked: slow, and right.
 */
export async function findHistory(files: StoreFiles, serial: string): Promise<History | undefined> {
  const known = files.index.refresh();
  try {
    const history = indexedHistory(files, serial);
    return files.journal.endsAt(known.position) ? history : await scan(files, serial, known.position, history);
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
    return scan(files, serial, JOURNAL_START, undefined);
  }
}

async function scan(
  { journal }: StoreFiles,
  serial: string,
  from: number,
  start: History | undefined,
): Promise<History | undefined> {
  let history = start;
  for await (const { entry } of journalEntries(journal, from)) {
    if (isAboutCertificate(entry) && entry.serial === serial) history = advance(history, entry);
  }
  return history;
}
