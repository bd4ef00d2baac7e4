import { PkiError } from "../../../errors/pki-error.ts";
import type { AuditHead } from "../../audit.ts";
import { type Entry, entryOf, hashOfLine, type StoreEvent } from "./entry.ts";

/** What is written and synced at once. Bytes. */
export const GROUP_BYTES: number = 2 ** 22;

/** Far above any certificate, and so small that one always fits in an empty group. Bytes. */
const ENTRY_BYTES = 2 ** 21;

const LINE_FEED = Buffer.from("\n");

/** An entry and how many bytes its line takes. */
export interface GroupedEntry {
  readonly entry: Entry;
  readonly length: number;
}

/** The entries of one commit: each carries the hash of the one before. */
export class EntryGroup {
  readonly entries: GroupedEntry[] = [];
  readonly #at: string;
  readonly #by: string;
  readonly #lines: Buffer[] = [];
  #length = 0;
  #head: AuditHead;

  constructor(previous: AuditHead, at: string, by: string) {
    this.#head = previous;
    this.#at = at;
    this.#by = by;
  }

  /** The last entry. */
  get head(): AuditHead {
    return this.#head;
  }

  /** Bytes of all lines. */
  get length(): number {
    return this.#length;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#lines, this.#length);
  }

  /** False when it would make the group too large: then it goes in the next one. @throws PkiError ERR_STORE_ENTRY_TOO_LARGE */
  add(event: StoreEvent): boolean {
    const entry = entryOf(event, this.#at, this.#by, this.#head);
    const line = Buffer.from(JSON.stringify(entry));
    const length = line.length + 1;
    if (length > ENTRY_BYTES) throw new PkiError("ERR_STORE_ENTRY_TOO_LARGE", { size: length, limit: ENTRY_BYTES });
    if (this.#length + length > GROUP_BYTES) return false;
    this.entries.push({ entry, length });
    this.#lines.push(line, LINE_FEED);
    this.#length += length;
    this.#head = { seq: entry.seq, hash: hashOfLine(line) };
    return true;
  }
}
