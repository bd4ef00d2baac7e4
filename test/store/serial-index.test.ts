import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { SerialIndex } from "../../src/store/lowdb/index/serial-index.ts";
import { type SlotField, slotField } from "../../src/store/lowdb/index/slot-field.ts";
import { JOURNAL_MARK_START } from "../../src/store/lowdb/journal/journal-mark.ts";
import { serials } from "./samples.ts";

const mark = { position: 2 ** 24 + 500, seq: 7, hash: "a".repeat(64) };

describe("the index of serial numbers", () => {
  it("says what a map says, to its writer and to readers", () => {
    const serial = fc.oneof(fc.integer({ min: 0, max: 20 }).map(String), fc.stringMatching(/^-?[0-9a-f]{2,40}$/));
    const position = fc.integer({ min: 2 ** 24, max: 2 ** 48 - 1 });
    const puts = fc.array(fc.tuple(serial, fc.constantFrom<SlotField>(0, 1, 2), position), { maxLength: 200 });
    fc.assert(
      fc.property(puts, (changes) => {
        const path = indexPath();
        const [writer, reader] = [opened(path), opened(path)];
        const expected = new Map<string, number[]>();
        for (const [key, field, place] of changes) {
          const known = expected.get(key) ?? [0, 0, 0];
          const used = known[0] === 0 ? slotField.reserved : field; // a serial number is reserved first
          writer.makeRoom(1);
          writer.put(key, used, place);
          expected.set(key, known.with(used, place));
        }
        reader.refresh();
        for (const [key, places] of expected) {
          expect(writer.find(key)).toEqual(places);
          expect(reader.find(key)).toEqual(places);
        }
        expect(reader.find("another")).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it("grows and keeps everything", () => {
    const path = indexPath();
    const index = opened(path);
    const all = serials(20_000);
    all.forEach((serial, i) => {
      index.makeRoom(1);
      index.put(serial, slotField.reserved, 2 ** 24 + i);
    });
    expect(all.every((serial, i) => index.find(serial)?.[0] === 2 ** 24 + i)).toBe(true);
    expect(statSync(path).size).toBeLessThan(all.length * 32 * 3);
    expect(serials(1_000, "0b").some((serial) => index.find(serial) !== undefined)).toBe(false);
  });

  it("is current within one run of the machine, and as of its last sync in the next", () => {
    const path = indexPath();
    const index = opened(path);
    expect([index.refresh(), index.state]).toEqual([JOURNAL_MARK_START, "missing"]);
    index.makeRoom(1);
    index.advance(mark);
    index.sync();
    index.advance({ ...mark, position: mark.position + 100 });
    const same = opened(path);
    expect([same.refresh(), same.state]).toEqual([{ ...mark, position: mark.position + 100 }, "current"]);
    const next = opened(path, "the next run");
    expect([next.refresh(), next.state]).toEqual([mark, "unsynced"]);
    next.advance(mark);
    expect([same.refresh(), same.state]).toEqual([mark, "unsynced"]);
  });

  it("is gone when it is discarded", () => {
    const path = indexPath();
    const [index, reader] = [opened(path), opened(path)];
    index.makeRoom(1);
    index.put("0a", slotField.reserved, 2 ** 24);
    reader.refresh();
    expect(reader.find("0a")).toEqual([2 ** 24, 0, 0]);
    index.discard();
    reader.refresh();
    expect([reader.state, reader.find("0a")]).toEqual(["missing", undefined]);
  });
});

function indexPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-index-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "index");
}

function opened(path: string, boot = "this run"): SerialIndex {
  const index = new SerialIndex(path, boot);
  index.refresh();
  onTestFinished(() => index.close());
  return index;
}
