import { closeSync, constants, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type CrlEntryInput, encodeCrlEntry } from "../../../x509/crl-entry.ts";
import { crlReasons } from "../../../x509/extensions/reason-code.ts";
import type { JournalMark } from "../journal/journal-mark.ts";
import { PRIVATE_FILE } from "../layout.ts";
import { decodeSector, encodeSector, SECTOR_BYTES } from "../sector.ts";
import { FACT_BYTES, isPassing, lengthAt, startAt, writeFact } from "./fact.ts";
import { EMPTY_LIST, type ListMark } from "./list-mark.ts";

/** Octets that are read at once to see whether they are still what was written. */
const SUM_BYTES = 128 * 1024;
/** Facts that are read at once. */
const PAGE_FACTS = 4096;

/** A revocation on its way into the list. */
export interface ListedRevocation extends CrlEntryInput {
  /** The number of its journal entry. */
  readonly seq: number;
  /** Of the certificate. */
  readonly notAfter: Date;
}

/** Some facts, one after another; a view that is good until the next page is asked for. */
export interface FactPage {
  readonly facts: Buffer;
  /** The place of the first among all. */
  readonly first: number;
}

/**
 * The revocations of one authority, each already as the DER that a CRL shows: in one file the entries, one after another, and in another
 * what a selection of them needs to know. Both are only appended to, both can be read from the journal again, and both are for the one
 * process that holds the lock of the authority's CRLs.
 */
export class RevocationList {
  readonly #facts: number;
  readonly #entries: number;
  #mark: ListMark;
  #isWhole: boolean | undefined;

  constructor(folder: string, authority: string) {
    this.#facts = openFile(join(folder, `${authority}.facts`));
    this.#entries = openFile(join(folder, `${authority}.entries`));
    const sector = Buffer.alloc(SECTOR_BYTES);
    readSync(this.#facts, sector, 0, SECTOR_BYTES, 0);
    const mark = decodeSector<ListMark>(sector) ?? EMPTY_LIST;
    const isThere =
      fstatSync(this.#entries).size >= mark.entryBytes && fstatSync(this.#facts).size >= factStart(mark.facts);
    this.#mark = isThere ? mark : EMPTY_LIST;
  }

  get mark(): ListMark {
    return this.#mark;
  }

  /** False when the files no longer hold what was written to them. They are read through for that once. */
  get isWhole(): boolean {
    const { facts, factSum, entryBytes, entrySum } = this.#mark;
    this.#isWhole ??=
      sumOf(this.#facts, factStart(0), factStart(facts)) === factSum &&
      sumOf(this.#entries, 0, entryBytes) === entrySum;
    return this.#isWhole;
  }

  /** Forgets everything: it is to be read from the journal again. */
  clear(): void {
    this.#mark = EMPTY_LIST;
    this.#isWhole = true;
  }

  /** Writes these after the others. They are forgotten again unless `advance` follows. */
  append(revocations: readonly ListedRevocation[]): void {
    const ders = revocations.map(encodeCrlEntry);
    const entries = Buffer.concat(ders);
    const facts = Buffer.alloc(ders.length * FACT_BYTES);
    const { factSum, entrySum } = this.#mark;
    let { entryBytes: start, holds } = this.#mark;
    let at = 0;
    for (const { seq, notAfter, serialHex, reason } of revocations) {
      const { length } = ders[at / FACT_BYTES] as Uint8Array;
      const serialEnd = Number.parseInt(serialHex.slice(-4), 16);
      writeFact(facts, at, { seq, notAfter, start, length, serialEnd, reason: crlReasons[reason] });
      if (isPassing(crlReasons[reason])) holds++;
      start += length;
      at += FACT_BYTES;
    }
    writeAll(this.#entries, entries, this.#mark.entryBytes);
    writeAll(this.#facts, facts, factStart(this.#mark.facts));
    this.#mark = {
      ...this.#mark,
      facts: this.#mark.facts + ders.length,
      factSum: crc32(facts, factSum),
      entryBytes: start,
      entrySum: crc32(entries, entrySum),
      holds,
    };
  }

  /** Says that every entry of the journal before this point was looked at. What the mark tells of is on the disk before it. */
  advance(journal: JournalMark): void {
    fdatasyncSync(this.#entries);
    fdatasyncSync(this.#facts);
    this.#mark = { ...this.#mark, journal };
    writeAll(this.#facts, encodeSector(this.#mark), 0);
  }

  /** Every fact in order. */
  *pages(): Generator<FactPage> {
    const page = Buffer.allocUnsafe(PAGE_FACTS * FACT_BYTES);
    for (let first = 0; first < this.#mark.facts; first += PAGE_FACTS) {
      const facts = page.subarray(0, Math.min(PAGE_FACTS, this.#mark.facts - first) * FACT_BYTES);
      readSync(this.#facts, facts, 0, facts.length, factStart(first));
      yield { facts, first };
    }
  }

  /** The DER of the entries of a page: it lies in one piece. */
  entriesOf({ facts }: FactPage): Buffer {
    const last = facts.length - FACT_BYTES;
    return this.#read(startAt(facts, 0), startAt(facts, last) + lengthAt(facts, last));
  }

  /** The DER of one entry. */
  entryAt(facts: Buffer, at: number): Buffer {
    const start = startAt(facts, at);
    return this.#read(start, start + lengthAt(facts, at));
  }

  close(): void {
    closeSync(this.#facts);
    closeSync(this.#entries);
  }

  #read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(this.#entries, bytes, 0, bytes.length, start);
    return bytes;
  }
}

/** The mark lies in front of the facts. */
function factStart(place: number): number {
  return SECTOR_BYTES + place * FACT_BYTES;
}

function sumOf(fd: number, start: number, end: number): number {
  const buffer = Buffer.allocUnsafe(SUM_BYTES);
  let sum = 0;
  for (let at = start; at < end; ) {
    const length = readSync(fd, buffer, 0, Math.min(SUM_BYTES, end - at), at);
    if (length === 0) return -1; // it ends too early
    sum = crc32(buffer.subarray(0, length), sum);
    at += length;
  }
  return sum;
}

function openFile(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_CREAT, PRIVATE_FILE);
}

function writeAll(fd: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}
