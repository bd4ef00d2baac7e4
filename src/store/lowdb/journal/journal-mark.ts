import type { AuditHead } from "../../audit.ts";
import { CHAIN_START } from "./entry.ts";
import { JOURNAL_START } from "./position.ts";

/** A point between two entries: the place where the next line begins, and the entry before it. */
export interface JournalMark extends AuditHead {
  readonly position: number;
}

/** Before the first entry. */
export const JOURNAL_MARK_START: JournalMark = { ...CHAIN_START, position: JOURNAL_START };
