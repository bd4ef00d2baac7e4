import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { PRIVATE_FILE } from "../layout.ts";
import { decodeEntry, type Entry } from "./entry.ts";
import { offsetOf, positionOf, SEGMENT_BYTES, segmentName, segmentOf } from "./position.ts";

/** Most lines fit. */
const READ_BYTES = 4096;
const LINE_FEED = 0x0a;

/**
 * The folder of the journal: lines are appended and never changed, in files of a bounded size. Reading needs no lock; appending and
 * cutting are for the holder of the store's lock.
 */
export class Journal {
  readonly folder: string;
  #appending: { readonly segment: number; readonly file: FileHandle; readonly inode: number } | undefined;
  #reading: { readonly segment: number; readonly fd: number } | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(segment: number): string {
    return join(this.folder, segmentName(segment));
  }

  /** Bytes in a segment; 0 when it is not there. */
  size(segment: number): number {
    return statSync(this.path(segment), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** True when nothing was written after this position and nothing before it is gone. */
  endsAt(position: number): boolean {
    return this.size(segmentOf(position)) === offsetOf(position) && this.size(segmentOf(position) + 1) === 0;
  }

  /** Where so many bytes go that are to follow this position: a new segment when this one would get too large. */
  placeAfter(position: number, length: number): number {
    return offsetOf(position) + length < SEGMENT_BYTES ? position : positionOf(segmentOf(position) + 1, 0);
  }

  /** Appends at the end, which is here. The bytes are on the disk when the promise resolves; when it rejects, none of them stays. */
  async append(position: number, bytes: Buffer): Promise<void> {
    const file = await this.#openForAppending(segmentOf(position));
    try {
      for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
      await file.datasync();
    } catch (error) {
      // should this fail too, the next commit finds the rest and cuts it
      await file.truncate(offsetOf(position)).catch(() => undefined);
      throw error;
    }
    if (offsetOf(position) === 0) await syncFolder(this.folder);
  }

  /** Puts on the disk what follows this position: who wrote it may have died before its sync. */
  async syncFrom(position: number): Promise<void> {
    for (let segment = segmentOf(position); this.size(segment) > 0; segment++) {
      await (await this.#openForAppending(segment)).sync();
    }
    await syncFolder(this.folder);
  }

  /** Cuts off what follows this position in its segment. */
  async cut(position: number): Promise<void> {
    const file = await this.#openForAppending(segmentOf(position));
    await file.truncate(offsetOf(position));
    await file.sync();
  }

  /** The bytes that follow this position in its segment. */
  tail(position: number): Buffer {
    return readFileSync(this.path(segmentOf(position))).subarray(offsetOf(position));
  }

  /** The entry at this position; undefined when no entry begins there. */
  entryAt(position: number): Entry | undefined {
    const fd = this.#openForReading(segmentOf(position));
    if (fd === undefined) return undefined;
    for (let length = READ_BYTES; ; length *= 4) {
      const block = Buffer.allocUnsafe(length);
      const read = readSync(fd, block, 0, length, offsetOf(position));
      const end = block.subarray(0, read).indexOf(LINE_FEED);
      if (end !== -1) return decodeEntry(block.subarray(0, end));
      if (read < length) return undefined;
    }
  }

  /** The number of the line at this position, counted from 1 in its segment. */
  lineNumber(position: number): number {
    const before = readFileSync(this.path(segmentOf(position))).subarray(0, offsetOf(position));
    let lines = 1;
    for (let at = before.indexOf(LINE_FEED); at !== -1; at = before.indexOf(LINE_FEED, at + 1)) lines++;
    return lines;
  }

  async close(): Promise<void> {
    if (this.#reading !== undefined) closeSync(this.#reading.fd);
    this.#reading = undefined;
    const file = this.#appending?.file;
    this.#appending = undefined;
    await file?.close();
  }

  async #openForAppending(segment: number): Promise<FileHandle> {
    const path = this.path(segment);
    const inode = statSync(path, { throwIfNoEntry: false })?.ino;
    if (this.#appending?.segment === segment && this.#appending.inode === inode) return this.#appending.file;
    // another segment, or somebody restored this one from a backup under our feet
    await this.#appending?.file.close();
    this.#appending = undefined;
    const file = await open(path, "a", PRIVATE_FILE);
    this.#appending = { segment, file, inode: (await file.stat()).ino };
    return file;
  }

  #openForReading(segment: number): number | undefined {
    if (this.#reading?.segment !== segment) {
      if (this.#reading !== undefined) closeSync(this.#reading.fd);
      this.#reading = undefined;
      if (this.size(segment) === 0) return undefined;
      this.#reading = { segment, fd: openSync(this.path(segment), "r") };
    }
    return this.#reading.fd;
  }
}
