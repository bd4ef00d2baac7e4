import { PkiError } from "../../../errors/pki-error.ts";
import type { Intent } from "../../certificate-record.ts";
import { IndexDamaged } from "../index/serial-index.ts";
import { slotField } from "../index/slot-field.ts";
import { type ChainBreak, type ChainEnd, followChain } from "../journal/chain.ts";
import type { Entry } from "../journal/entry.ts";
import type { Journal } from "../journal/journal.ts";
import { offsetOf, segmentOf } from "../journal/position.ts";
import { findHistory } from "../read/find-history.ts";
import { indexedEntry } from "../read/indexed-history.ts";
import type { StoreFiles } from "../store-files.ts";
import { EMPTY_LIST } from "./list-mark.ts";
import type { ListedRevocation, RevocationList } from "./revocation-list.ts";

/** How many are written at once. */
const BATCH = 4096;

/**
 * Brings the list up to the end of the journal. A list that is damaged, or does not fit the journal, because that was cut or brought back
 * from a backup, is made again from the beginning. @throws PkiError ERR_STORE_DAMAGED
 */
export async function catchUp(files: StoreFiles, list: RevocationList, authority: string): Promise<void> {
  if (isCutShort(files.journal, list.mark.journal.position) || !list.isWhole) list.clear();
  const isFresh = list.mark === EMPTY_LIST;
  let end = await readOn(files, list, authority);
  if (isDamaged(end) && !isFresh) {
    list.clear();
    end = await readOn(files, list, authority);
  }
  if (isDamaged(end)) throw damaged(files.journal, end.broken);
  list.advance(end.mark);
}

async function readOn(files: StoreFiles, list: RevocationList, authority: string): Promise<ChainEnd> {
  const waiting: ListedRevocation[] = [];
  files.index.refresh();
  const end = await followChain(files.journal.folder, list.mark.journal, async (entry) => {
    if (entry.type !== "revoked" && entry.type !== "unheld") return;
    const intent = await intentOf(files, entry.serial);
    if (intent?.authority !== authority) return;
    waiting.push(listed(entry, intent));
    if (waiting.length === BATCH) list.append(waiting.splice(0));
  });
  list.append(waiting);
  return end;
}

function listed(entry: Entry & { type: "revoked" | "unheld" }, { notAfter }: Omit<Intent, "serial">): ListedRevocation {
  const common = { seq: entry.seq, serialHex: entry.serial, notAfter: new Date(notAfter) };
  if (entry.type === "unheld") return { ...common, revokedAt: new Date(entry.at), reason: "removeFromCRL" };
  const { at, reason, invalidityDate } = entry.revocation;
  const since = invalidityDate === undefined ? undefined : new Date(invalidityDate);
  return { ...common, revokedAt: new Date(at), reason, invalidityDate: since };
}

async function intentOf(files: StoreFiles, serial: string): Promise<Omit<Intent, "serial"> | undefined> {
  return indexedIntent(files, serial) ?? (await findHistory(files, serial))?.reserved.intent;
}

function indexedIntent(files: StoreFiles, serial: string): Omit<Intent, "serial"> | undefined {
  try {
    const entry = indexedEntry(files, serial, slotField.reserved);
    return entry?.type === "reserved" ? entry.intent : undefined;
  } catch (error) {
    if (error instanceof IndexDamaged) return undefined;
    throw error;
  }
}

function isCutShort(journal: Journal, position: number): boolean {
  return journal.size(segmentOf(position)) < offsetOf(position);
}

function isDamaged(end: ChainEnd): end is ChainEnd & { readonly broken: ChainBreak } {
  return end.broken !== undefined && !end.broken.torn;
}

function damaged(journal: Journal, { position, message }: ChainBreak): PkiError {
  const reason = `line ${journal.lineNumber(position)}: ${message}`;
  return new PkiError("ERR_STORE_DAMAGED", { path: journal.path(segmentOf(position)), reason });
}
