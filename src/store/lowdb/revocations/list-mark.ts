import { JOURNAL_MARK_START, type JournalMark } from "../journal/journal-mark.ts";

/** How far a list of revocations goes. What lies in its files beyond that was never finished. */
export interface ListMark {
  /** It knows every entry of the journal before this point. */
  readonly journal: JournalMark;
  readonly facts: number;
  /** CRC-32 of the facts: what a disk forgets must not be missing from a CRL. */
  readonly factSum: number;
  /** Octets of DER. */
  readonly entryBytes: number;
  /** CRC-32 of the DER. */
  readonly entrySum: number;
  /** How many facts are holds, or the end of one: nothing else is ever superseded. */
  readonly holds: number;
}

export const EMPTY_LIST: ListMark = {
  journal: JOURNAL_MARK_START,
  facts: 0,
  factSum: 0,
  entryBytes: 0,
  entrySum: 0,
  holds: 0,
};
