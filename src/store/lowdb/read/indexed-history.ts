import { IndexDamaged } from "../index/serial-index.ts";
import type { SlotField } from "../index/slot-field.ts";
import { type CertificateEvent, type Entry, isAboutCertificate } from "../journal/entry.ts";
import { advance, type History } from "../journal/history.ts";
import type { StoreFiles } from "../store-files.ts";

/** The history of a serial number as far as the index knew the journal at its last refresh. @throws IndexDamaged */
export function indexedHistory(files: StoreFiles, serial: string): History | undefined {
  let history: History | undefined;
  for (const position of files.index.find(serial) ?? []) {
    if (position !== 0) history = advance(history, certificateEntry(files, serial, position));
  }
  return history;
}

/** One entry out of that history; undefined when there is none of the kind. @throws IndexDamaged */
export function indexedEntry(files: StoreFiles, serial: string, field: SlotField): Entry<CertificateEvent> | undefined {
  const position = files.index.find(serial)?.[field] ?? 0;
  return position === 0 ? undefined : certificateEntry(files, serial, position);
}

function certificateEntry({ journal }: StoreFiles, serial: string, position: number): Entry<CertificateEvent> {
  const entry = journal.entryAt(position);
  if (entry === undefined || !isAboutCertificate(entry) || entry.serial !== serial)
    throw new IndexDamaged(`another entry stands where ${serial} should be`);
  return entry;
}
