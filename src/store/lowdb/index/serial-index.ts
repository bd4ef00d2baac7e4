import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { JOURNAL_MARK_START, type JournalMark } from "../journal/journal-mark.ts";
import { PRIVATE_FILE } from "../layout.ts";
import { encodeMark, type IndexMark, MARK_BYTES } from "./index-mark.ts";
import { copyTable, homePage, pageStart, readMark } from "./index-table.ts";
import { type SlotField, slotField } from "./slot-field.ts";
import {
  findSlot,
  isEmptySlot,
  PAGE_BYTES,
  readSlot,
  SLOT_BYTES,
  SLOTS_PER_PAGE,
  type SlotKey,
  type SlotPositions,
  slotKey,
  writeSlot,
} from "./slot-page.ts";

const FIRST_PAGES = 8;
/** Above this share of used slots the pages are doubled: a full page costs a second read. */
const MAX_LOAD = 0.75;

/** Missing also stands for unreadable; unsynced: the machine was restarted since, and only what was synced counts. */
export type IndexState = "current" | "unsynced" | "missing";

/** The index does not fit the journal. It is derived, so the cure is to build it again. */
export class IndexDamaged extends Error {
  override readonly name = "IndexDamaged";
}

/**
 * From a serial number to its entries in the journal, in one page read however many there are: a hash table in one file. Everything in it
 * can be read from the journal again. It is written without a sync; after a power failure it is trusted up to the point of its last one.
 * Any process may read it at any time; only the holder of the store's lock writes.
 */
export class SerialIndex {
  readonly #path: string;
  readonly #boot: string;
  readonly #page: Buffer = Buffer.alloc(PAGE_BYTES);
  #file: IndexFile | undefined;
  #mark: IndexMark | undefined;
  #state: IndexState = "missing";

  /** `boot` tells this run of the machine from others. */
  constructor(path: string, boot: string) {
    this.#path = path;
    this.#boot = boot;
  }

  /** Looks at the file again: others may have written or replaced it. Returns the point up to which the index knows the journal. */
  refresh(): JournalMark {
    const inode = statSync(this.#path, { throwIfNoEntry: false })?.ino;
    if (inode !== this.#file?.inode) this.close();
    if (inode !== undefined) this.#file ??= openForUse(this.#path);
    const mark = this.#file && usableMark(this.#file);
    if (mark === undefined) this.#state = "missing";
    else this.#state = mark.boot === this.#boot ? "current" : "unsynced";
    this.#mark = this.#state === "unsynced" && mark ? { ...mark, boot: this.#boot, current: mark.synced } : mark;
    return this.#mark?.current ?? JOURNAL_MARK_START;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** The places of a serial number's entries, as of the last refresh. */
  find(serial: string): SlotPositions | undefined {
    if (this.#mark === undefined) return undefined;
    const { offset } = this.#seek(slotKey(serial));
    return isEmptySlot(this.#page, offset) ? undefined : readSlot(this.#page, offset);
  }

  /** Makes sure that this many more serial numbers fit, so that `put` never needs space on the disk. */
  makeRoom(more: number): void {
    const { pages, count } = this.#mark ?? { pages: 0, count: 0 };
    let needed = Math.max(pages, FIRST_PAGES);
    while (count + more > needed * SLOTS_PER_PAGE * MAX_LOAD) needed *= 2;
    if (needed > pages) this.#rewrite(needed);
  }

  /** Notes the place of an entry. Noting it twice is noting it once. */
  put(serial: string, field: SlotField, position: number): void {
    const { fd, mark } = this.#open();
    const key = slotKey(serial);
    const { page, offset } = this.#seek(key);
    if (isEmptySlot(this.#page, offset)) {
      if (field !== slotField.reserved) throw new IndexDamaged(`no slot for ${serial}`);
      this.#mark = { ...mark, count: mark.count + 1 };
    }
    writeSlot(this.#page, offset, key, field, position);
    writeSync(fd, this.#page, offset, SLOT_BYTES, pageStart(page) + offset);
  }

  /** Says that every entry before this point has been put. */
  advance(current: JournalMark): void {
    this.#writeMark({ ...this.#open().mark, current });
  }

  /** Puts the index on the disk: from now on a power failure takes nothing before this point. */
  sync(): void {
    const { fd, mark } = this.#open();
    fdatasyncSync(fd);
    this.#writeMark({ ...mark, synced: mark.current });
  }

  /** Deletes the index, to be built again. */
  discard(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file.fd);
    this.#file = undefined;
    this.#mark = undefined;
  }

  #open(): { readonly fd: number; readonly mark: IndexMark } {
    if (this.#file === undefined || this.#mark === undefined) throw new IndexDamaged("there is none");
    return { fd: this.#file.fd, mark: this.#mark };
  }

  /** Reads the page with the key's slot, or with the empty one that it would take. */
  #seek(key: SlotKey): { readonly page: number; readonly offset: number } {
    const { fd, mark } = this.#open();
    const home = homePage(key, mark.pages);
    for (let step = 0; step < mark.pages; step++) {
      const page = (home + step) % mark.pages;
      readSync(fd, this.#page, 0, PAGE_BYTES, pageStart(page));
      const offset = findSlot(this.#page, key);
      if (offset !== undefined) return { page, offset };
    }
    throw new IndexDamaged("every page is full");
  }

  #writeMark(mark: IndexMark): void {
    writeSync(this.#open().fd, encodeMark(mark), 0, MARK_BYTES, 0);
    this.#mark = mark;
  }

  /** Moves every slot into a new file of so many pages, synced, and puts that in place of the old one. */
  #rewrite(pages: number): void {
    const current = this.#mark?.current ?? JOURNAL_MARK_START;
    const { table, count } = copyTable(this.#file?.fd, this.#mark?.pages ?? 0, pages);
    encodeMark({ pages, count, boot: this.#boot, current, synced: current }).copy(table);
    const next = `${this.#path}.next`;
    writeFileSync(next, table, { mode: PRIVATE_FILE, flush: true });
    renameSync(next, this.#path);
    this.refresh();
  }
}

interface IndexFile {
  readonly fd: number;
  readonly inode: number;
  /** It never changes: a larger index is another file. */
  readonly size: number;
}

/** For writing where that is allowed; a reader of a read-only store needs no more than reading. */
function openForUse(path: string): IndexFile {
  const fd = openEitherWay(path);
  const { ino, size } = fstatSync(fd);
  return { fd, inode: ino, size };
}

function openEitherWay(path: string): number {
  try {
    return openSync(path, "r+");
  } catch {
    return openSync(path, "r");
  }
}

/** The mark of a file that has all its pages. */
function usableMark({ fd, size }: IndexFile): IndexMark | undefined {
  const mark = readMark(fd);
  return mark !== undefined && size === pageStart(mark.pages) ? mark : undefined;
}
