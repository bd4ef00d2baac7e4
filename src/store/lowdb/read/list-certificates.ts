import { certificateMatcher } from "../../certificate-filter.ts";
import type { CertificateFilter, CertificateRecord } from "../../certificate-record.ts";
import { IndexDamaged } from "../index/serial-index.ts";
import { slotField } from "../index/slot-field.ts";
import { certificateOf, type History } from "../journal/history.ts";
import { journalEntries } from "../journal/journal-entries.ts";
import { JOURNAL_START } from "../journal/position.ts";
import type { StoreFiles } from "../store-files.ts";
import { findHistory } from "./find-history.ts";
import { indexedEntry } from "./indexed-history.ts";

/**
 * Issued certificates in the order of their issuance. One pass over the journal tells all but whether a certificate was revoked later:
 * that the index tells. So memory holds no more than the intents without an outcome.
 */
export async function* listCertificates(
  files: StoreFiles,
  filter: CertificateFilter,
): AsyncGenerator<CertificateRecord> {
  const matches = certificateMatcher(filter);
  const recentlyRevoked = await revocationsAfter(files, files.index.refresh().position);
  const pending = new Map<string, History>();
  for await (const { entry } of journalEntries(files.journal, JOURNAL_START)) {
    if (entry.type === "reserved") pending.set(entry.serial, { reserved: entry });
    if (entry.type !== "issued" && entry.type !== "abandoned") continue;
    const { serial } = entry;
    const intent = pending.get(serial);
    pending.delete(serial);
    if (intent === undefined || entry.type === "abandoned") continue;
    const revocation = recentlyRevoked.get(serial) ?? (await indexedRevocation(files, serial));
    const record = certificateOf({ ...intent, outcome: entry, revocation });
    if (record !== undefined && matches(record)) yield record;
  }
}

/** The intents without an outcome. Reads the whole journal. */
export async function pendingHistories({ journal }: StoreFiles): Promise<readonly History[]> {
  const pending = new Map<string, History>();
  for await (const { entry } of journalEntries(journal, JOURNAL_START)) {
    if (entry.type === "reserved") pending.set(entry.serial, { reserved: entry });
    if (entry.type === "issued" || entry.type === "abandoned") pending.delete(entry.serial);
  }
  return [...pending.values()];
}

/** What was written after the point that the index knows: nothing, unless a commit is under way or was cut off. */
async function revocationsAfter(
  { journal }: StoreFiles,
  position: number,
): Promise<Map<string, History["revocation"]>> {
  const revocations = new Map<string, History["revocation"]>();
  if (journal.endsAt(position)) return revocations;
  for await (const { entry } of journalEntries(journal, position)) {
    if (entry.type === "revoked" || entry.type === "unheld") revocations.set(entry.serial, entry);
  }
  return revocations;
}

async function indexedRevocation(files: StoreFiles, serial: string): Promise<History["revocation"]> {
  try {
    const entry = indexedEntry(files, serial, slotField.revocation);
    return entry?.type === "revoked" ? entry : undefined;
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
    return (await findHistory(files, serial))?.revocation;
  }
}
