import { readSync } from "node:fs";
import { decodeMark, type IndexMark, MARK_BYTES } from "./index-mark.ts";
import { findSlot, isEmptySlot, keyIn, PAGE_BYTES, SLOT_BYTES, type SlotKey } from "./slot-page.ts";

/** Where a page begins: the first page of the file belongs to the mark. */
export function pageStart(page: number): number {
  return PAGE_BYTES * (page + 1);
}

/** The page that a key belongs on; when that one is full, it goes on the next. */
export function homePage(key: SlotKey, pages: number): number {
  return key.spread % pages;
}

/** The mark in front; read again when another process was just writing it. */
export function readMark(fd: number): IndexMark | undefined {
  const sector = Buffer.alloc(MARK_BYTES);
  for (let attempt = 0; attempt < 3; attempt++) {
    readSync(fd, sector, 0, MARK_BYTES, 0);
    const mark = decodeMark(sector);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** A table of so many pages with all the slots of an open one, and how many they are. Room for a mark is left in front. */
export function copyTable(fd: number | undefined, from: number, to: number): { table: Buffer; count: number } {
  const table = Buffer.alloc(pageStart(to));
  const page = Buffer.alloc(PAGE_BYTES);
  let count = 0;
  for (let n = 0; fd !== undefined && n < from; n++) {
    readSync(fd, page, 0, PAGE_BYTES, pageStart(n));
    for (let offset = 0; offset < PAGE_BYTES && !isEmptySlot(page, offset); offset += SLOT_BYTES) {
      page.copy(table, freeSlot(table, to, keyIn(page, offset)), offset, offset + SLOT_BYTES);
      count++;
    }
  }
  return { table, count };
}

function freeSlot(table: Buffer, pages: number, key: SlotKey): number {
  for (let page = homePage(key, pages); ; page = (page + 1) % pages) {
    const start = pageStart(page);
    const offset = findSlot(table.subarray(start, start + PAGE_BYTES), key);
    if (offset !== undefined) return start + offset;
  }
}
