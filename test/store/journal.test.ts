import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { Journal } from "../../src/store/lowdb/journal/journal.ts";
import { journalLines } from "../../src/store/lowdb/journal/journal-lines.ts";
import { JOURNAL_START, positionOf, SEGMENT_BYTES } from "../../src/store/lowdb/journal/position.ts";

describe("the lines of a journal", () => {
  it("are those of its segments, whatever their lengths", async () => {
    const length = fc.oneof({ weight: 9, arbitrary: fc.nat(300) }, fc.integer({ min: 200_000, max: 600_000 }));
    const segment = fc.array(length, { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.nat(50), async (segments, torn) => {
        const folder = journalFolder();
        const lines = segments.map((lengths, s) => lengths.map((size, i) => `${s}.${i}:${"x".repeat(size)}`));
        lines.forEach((own, s) => {
          const end = s === lines.length - 1 ? "y".repeat(torn) : "";
          writeFileSync(
            join(folder, `${s + 1}`.padStart(6, "0").concat(".jsonl")),
            own.map((line) => `${line}\n`).join("") + end,
          );
        });
        const seen = await read(folder, JOURNAL_START);
        expect(seen.filter(({ whole }) => whole).map(({ text }) => text)).toEqual(lines.flat());
        expect(seen.filter(({ whole }) => !whole).map(({ text }) => text.length)).toEqual(torn === 0 ? [] : [torn]);
        const middle = seen[seen.length >> 1];
        if (middle !== undefined) expect(await read(folder, middle.position)).toEqual(seen.slice(seen.length >> 1));
      }),
      { numRuns: 25 },
    );
  });
});

describe("a journal", () => {
  it("goes on in a new segment before one gets too large", async () => {
    const journal = new Journal(journalFolder());
    onTestFinished(() => journal.close());
    const line = Buffer.from(`${"z".repeat(3_000_000)}\n`);
    let position = JOURNAL_START;
    for (let i = 0; i < 12; i++) {
      position = journal.placeAfter(position, line.length);
      await journal.append(position, line);
      position += line.length;
      expect(journal.endsAt(position)).toBe(true);
    }
    const sizes = [1, 2, 3, 4].map((segment) => journal.size(segment));
    expect(sizes).toEqual([5, 5, 2, 0].map((lines) => lines * line.length));
    expect(Math.max(...sizes)).toBeLessThan(SEGMENT_BYTES);
    expect(journal.endsAt(positionOf(2, 5 * line.length))).toBe(false);
  });
});

async function read(folder: string, from: number) {
  const seen: { position: number; text: string; whole: boolean }[] = [];
  for await (const lines of journalLines(folder, from))
    for (const { position, bytes, whole } of lines) seen.push({ position, text: bytes.toString(), whole });
  return seen;
}

function journalFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
