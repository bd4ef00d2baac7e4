import type { JournalMark } from "../journal/journal-mark.ts";
import { decodeSector, encodeSector, SECTOR_BYTES } from "../sector.ts";

/** What the index says of itself, in front of its pages. */
export interface IndexMark {
  readonly pages: number;
  /** Serial numbers in it. */
  readonly count: number;
  /** The run of the machine that wrote this. */
  readonly boot: string;
  /** The index knows every entry before this point. */
  readonly current: JournalMark;
  /** And, whatever a power failure took, every entry before this one. */
  readonly synced: JournalMark;
}

export const MARK_BYTES: number = SECTOR_BYTES;

export function encodeMark(mark: IndexMark): Buffer {
  return encodeSector(mark);
}

/** Undefined when it is damaged, or was read while another process wrote it. */
export function decodeMark(sector: Buffer): IndexMark | undefined {
  return decodeSector(sector);
}
