import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { isSystemError } from "../system-error.ts";
import { offsetOf, positionOf, segmentName, segmentOf } from "./position.ts";

const BLOCK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/** One line of the journal. Its bytes are a view that the next block overwrites. */
export interface JournalLine {
  readonly position: number;
  /** Without the line feed. */
  readonly bytes: Buffer;
  /** False for the end of a segment that has no line feed: a write that was cut off, or is under way. */
  readonly whole: boolean;
}

/** The lines from this position to the end of the journal, a block at a time. Memory stays that of one block. */
export async function* journalLines(folder: string, from: number): AsyncGenerator<readonly JournalLine[]> {
  let offset = offsetOf(from);
  for (let segment = segmentOf(from); ; segment++) {
    const file = await openIfThere(join(folder, segmentName(segment)));
    if (file === undefined) return;
    try {
      yield* segmentLines(file, segment, offset);
    } finally {
      await file.close();
    }
    offset = 0;
  }
}

async function* segmentLines(file: FileHandle, segment: number, from: number): AsyncGenerator<readonly JournalLine[]> {
  let block = Buffer.allocUnsafe(BLOCK_BYTES);
  let kept = 0; // bytes of an unfinished line at the start of the block
  for (let offset = from; ; ) {
    const { bytesRead } = await file.read(block, kept, block.length - kept, offset + kept);
    const filled = block.subarray(0, kept + bytesRead);
    const { lines, rest } = splitLines(filled, segment, offset);
    if (bytesRead === 0) {
      if (rest < filled.length) yield [{ position: positionOf(segment, offset), bytes: filled, whole: false }];
      return;
    }
    if (lines.length > 0) yield lines;
    kept = filled.length - rest;
    offset += rest;
    if (kept === block.length) block = Buffer.concat([block, Buffer.allocUnsafe(block.length)]);
    else block.copyWithin(0, rest, filled.length);
  }
}

/** The whole lines in a block that begins at this offset of the segment, and where the unfinished one begins. */
function splitLines(block: Buffer, segment: number, offset: number): { lines: JournalLine[]; rest: number } {
  const lines: JournalLine[] = [];
  let start = 0;
  for (let end = block.indexOf(LINE_FEED); end !== -1; end = block.indexOf(LINE_FEED, start)) {
    lines.push({ position: positionOf(segment, offset + start), bytes: block.subarray(start, end), whole: true });
    start = end + 1;
  }
  return { lines, rest: start };
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return undefined;
    throw error;
  }
}
