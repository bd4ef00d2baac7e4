import { join } from "node:path";
import type { AuditEntry, AuditHead, AuditProblem, AuditVerdict } from "../../audit.ts";
import { followChain } from "../journal/chain.ts";
import { type Entry, hashOfLine } from "../journal/entry.ts";
import type { Journal } from "../journal/journal.ts";
import { journalEntries } from "../journal/journal-entries.ts";
import { JOURNAL_MARK_START } from "../journal/journal-mark.ts";
import { refuseShortened } from "../journal/missing-entries.ts";
import { JOURNAL_START, segmentName, segmentOf } from "../journal/position.ts";
import type { StoreFiles } from "../store-files.ts";

export async function* auditEntries({ journal }: StoreFiles): AsyncGenerator<AuditEntry> {
  for await (const { entry, bytes } of journalEntries(journal, JOURNAL_START)) {
    const { seq, at, by, type, prev, ...facts } = entry;
    yield { seq, at, by, type, facts, prev, hash: hashOfLine(bytes) };
  }
}

/** The last entry. The index knows it, or a point shortly before it. */
export async function auditHead({ index, journal }: StoreFiles): Promise<AuditHead | undefined> {
  const known = index.refresh();
  refuseShortened(journal, known);
  const { mark } = await followChain(journal.folder, known, () => {});
  return mark.seq === 0 ? undefined : { seq: mark.seq, hash: mark.hash };
}

export interface JournalReport {
  readonly verdict: AuditVerdict;
  /** The journal ends in an unfinished line. */
  readonly torn: boolean;
}

/** Follows the chain from the first entry, shows each that holds, and compares with what is known of it from elsewhere. */
export async function verifyJournal(
  files: StoreFiles,
  checkpoint?: AuditHead,
  visit: (entry: Entry, position: number) => void = () => {},
): Promise<JournalReport> {
  const { journal } = files;
  const points = await knownPoints(files, checkpoint);
  let problem: AuditProblem | undefined;
  const { mark, broken } = await followChain(journal.folder, JOURNAL_MARK_START, (entry, position, hash) => {
    const other = points.find((point) => point.seq === entry.seq && point.hash !== undefined && point.hash !== hash);
    if (other !== undefined) problem ??= problemAt(journal, position, entry.seq, `${other.name} knows another entry`);
    visit(entry, position);
  });
  const torn = broken?.torn ?? false;
  if (broken !== undefined && !torn) problem ??= problemAt(journal, broken.position, broken.seq, broken.message);
  const ahead = points.find(({ seq }) => seq > mark.seq);
  if (ahead !== undefined)
    problem ??= { where: "its end", seq: mark.seq + 1, message: `${ahead.name} knows ${ahead.seq} entries` };
  const head = mark.seq === 0 ? undefined : { seq: mark.seq, hash: mark.hash };
  return { verdict: { valid: problem === undefined, entries: mark.seq, head, ...(problem && { problem }) }, torn };
}

interface KnownPoint {
  readonly name: string;
  readonly seq: number;
  readonly hash?: string;
}

/** The last two lie beside the journal: they show an accident. Only a checkpoint kept elsewhere shows malice. */
async function knownPoints({ index, hierarchy }: StoreFiles, checkpoint?: AuditHead): Promise<readonly KnownPoint[]> {
  const { seq, hash } = index.refresh();
  await hierarchy.refresh();
  return [
    ...(checkpoint === undefined ? [] : [{ name: "the checkpoint", ...checkpoint }]),
    { name: "the index", seq, hash },
    { name: "store.json", seq: hierarchy.document.seq },
  ];
}

function problemAt(journal: Journal, position: number, seq: number, message: string): AuditProblem {
  const file = join("journal", segmentName(segmentOf(position)));
  return { where: `${file} line ${journal.lineNumber(position)}`, seq, message };
}
