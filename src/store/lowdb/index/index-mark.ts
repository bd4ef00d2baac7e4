import { hash } from "node:crypto";
import type { JournalMark } from "../journal/journal-mark.ts";

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

/** One disk sector: it is written whole or not at all. */
export const MARK_BYTES = 512;

/** A line of JSON, a digest of it, and spaces up to the size of a sector. */
export function encodeMark(mark: IndexMark): Buffer {
  const text = JSON.stringify(mark);
  const sector = Buffer.alloc(MARK_BYTES, " ");
  sector.write(`${text}\n${digest(text)}\n`);
  return sector;
}

/** Undefined when it is damaged, or was read while another process wrote it. */
export function decodeMark(sector: Buffer): IndexMark | undefined {
  const [text = "", sum] = sector.toString("utf8").split("\n");
  return sum === digest(text) ? (JSON.parse(text) as IndexMark) : undefined;
}

function digest(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
