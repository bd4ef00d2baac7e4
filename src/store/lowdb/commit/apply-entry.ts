import { slotFieldOf } from "../index/slot-field.ts";
import { type Entry, isAboutAuthority, isAboutCertificate } from "../journal/entry.ts";
import type { StoreFiles } from "../store-files.ts";

/** Brings what is derived from the journal up to an entry of it. Doing it again changes nothing. */
export async function applyEntry({ index, hierarchy }: StoreFiles, entry: Entry, position: number): Promise<void> {
  if (isAboutCertificate(entry)) index.put(entry.serial, slotFieldOf[entry.type], position);
  else if (isAboutAuthority(entry)) await hierarchy.apply(entry);
}
