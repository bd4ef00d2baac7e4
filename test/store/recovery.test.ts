import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeMark, encodeMark, MARK_BYTES } from "../../src/store/lowdb/index/index-mark.ts";
import { collect, issue, newStore, reopened, storeFolder } from "./fixtures.ts";
import { intent, serials } from "./samples.ts";

const LATER = "2026-03-02T12:00:00.000Z";

/** A closed store with ten certificates, the third one revoked. */
async function tenCertificates() {
  const folder = storeFolder();
  const store = await newStore(folder);
  const all = serials(10);
  for (const serial of all) await issue(store, serial);
  await store.revoke(all[2] as string, { reason: "superseded", at: LATER });
  const head = await store.auditHead();
  await store.close();
  return { folder, all, head, journal: join(folder, "journal/000001.jsonl"), index: join(folder, "index") };
}

/** Makes the index look as if it was written before the machine was restarted. */
function restartMachine(index: string): void {
  const bytes = readFileSync(index);
  const mark = decodeMark(bytes.subarray(0, MARK_BYTES));
  if (mark === undefined) throw new Error("no mark");
  encodeMark({ ...mark, boot: "another run" }).copy(bytes);
  writeFileSync(index, bytes);
}

async function expectAll(folder: string, all: readonly string[]): Promise<void> {
  const store = await reopened(folder);
  expect((await collect(store.list())).map(({ serial }) => serial)).toEqual(all);
  for (const serial of all) expect(await store.find(serial)).toMatchObject({ serial });
  expect(await store.find(all[2] as string)).toMatchObject({ revoked: { reason: "superseded" } });
  await expect(store.reserve(intent(all[0] as string))).rejects.toMatchObject({ code: "ERR_STORE_SERIAL_TAKEN" });
  await issue(store, "0c");
  expect(await store.verifyAudit()).toMatchObject({ valid: true });
  expect((await store.inspect()).problems).toEqual([]);
}

describe("an unfinished last line", () => {
  it("is shown, counts for nothing, and is cut away by the next change", async () => {
    const { folder, all, journal, head } = await tenCertificates();
    appendFileSync(journal, '{"seq":24,"at":"2026-');
    const store = await reopened(folder);
    expect(await store.auditHead()).toMatchObject({ seq: (head?.seq ?? 0) + 1 });
    expect((await collect(store.audit())).at(-1)).toMatchObject({
      facts: { what: "journal-tail-cut", facts: { bytes: 21 } },
    });
    await expectAll(folder, all);
  });
});

describe("an index", () => {
  it.each([
    ["that is gone", (index: string) => rmSync(index)],
    ["with an unreadable mark", (index: string) => writeFileSync(index, "x".repeat(100_000))],
    ["that is cut", (index: string) => truncateSync(index, 4_096)],
    ["that is empty", (index: string) => truncateSync(index, 0)],
  ])("%s is built again", async (_, spoil) => {
    const { folder, all, index } = await tenCertificates();
    spoil(index);
    await expectAll(folder, all);
  });

  it("that points elsewhere is seen through, and built again by doctor", async () => {
    const { folder, all, index } = await tenCertificates();
    const bytes = readFileSync(index);
    for (let slot = 4_096; slot < bytes.length; slot += 32)
      if (bytes.readUIntLE(slot + 20, 6) !== 0) bytes.writeUIntLE(bytes.readUIntLE(slot + 20, 6) + 5, slot + 20, 6);
    writeFileSync(index, bytes);
    const store = await reopened(folder);
    expect(await store.find(all[4] as string)).toMatchObject({ serial: all[4] });
    expect((await store.inspect()).problems).toMatchObject([{ code: "stale-index", path: "index" }]);
    expect((await store.settle({ reservedBefore: LATER })).repaired).toHaveLength(1);
    await expectAll(folder, all);
  });

  it("that points elsewhere is built again by a change that meets it", async () => {
    const { folder, all, index } = await tenCertificates();
    const bytes = readFileSync(index);
    for (let slot = 4_096; slot < bytes.length; slot += 32)
      if (bytes.readUIntLE(slot + 14, 6) !== 0) bytes.writeUIntLE(bytes.readUIntLE(slot + 14, 6) + 5, slot + 14, 6);
    writeFileSync(index, bytes);
    const store = await reopened(folder);
    await store.revoke(all[5] as string, { reason: "unspecified", at: LATER });
    expect((await store.inspect()).problems).toEqual([]);
    await expectAll(folder, all);
  });

  it("from an earlier moment is brought up to date", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    const all = serials(6);
    for (const serial of all.slice(0, 4)) await issue(store, serial);
    copyFileSync(join(folder, "index"), join(folder, "old"));
    for (const serial of all.slice(4)) await issue(store, serial);
    await store.revoke(all[2] as string, { reason: "superseded", at: LATER });
    copyFileSync(join(folder, "old"), join(folder, "index"));
    rmSync(join(folder, "old"));
    const other = await reopened(folder);
    expect(await other.find(all[5] as string)).toMatchObject({ serial: all[5] });
    await expectAll(folder, all);
  });
});

describe("after the machine was restarted", () => {
  it("the index is trusted as far as it was synced, and brought up to date", async () => {
    const { folder, all, index } = await tenCertificates();
    restartMachine(index);
    await expectAll(folder, all);
  });

  it("pages of the index that never reached the disk are written again", async () => {
    const { folder, all, index } = await tenCertificates();
    restartMachine(index);
    writeFileSync(index, readFileSync(index).fill(0, 4_096));
    await expectAll(folder, all);
  });

  it("a last group of which parts never reached the disk is set aside", async () => {
    const { folder, all, index, journal } = await tenCertificates();
    restartMachine(index);
    const lost = `{"seq":24,"lost":\0\0\0}\n{"seq":25,"whole":true}\n`;
    appendFileSync(journal, lost);
    const store = await reopened(folder);
    const entry = (await collect(store.audit())).at(-1);
    expect(entry).toMatchObject({ facts: { what: "journal-tail-cut", facts: { bytes: lost.length } } });
    const aside = readdirSync(join(folder, "journal")).find((name) => name.includes("cut-at"));
    expect(readFileSync(join(folder, "journal", aside ?? ""), "utf8")).toBe(lost);
    await expectAll(folder, all);
  });
});

describe("a damaged journal", () => {
  /** Replaces a text in a line, the first one being 1. */
  function change(journal: string, line: number, from: string | RegExp, to: string): void {
    const lines = readFileSync(journal, "utf8").split("\n");
    lines[line - 1] = (lines[line - 1] ?? "").replace(from, to);
    writeFileSync(journal, lines.join("\n"));
  }

  it.each([
    ["a changed name", 3, "host-", "evil-", 4],
    ["a changed time", 5, "2026-03-01T12", "2026-03-01T13", 6],
    ["a changed hash", 7, /"prev":"./, '"prev":"x', 7],
    ["a line that is no JSON", 8, '"seq"', "seq", 8],
    ["a line that is no entry", 9, /.*/, "{}", 9],
    ["a missing line", 10, /.*/, "", 10],
    ["another number", 11, '"seq":11', '"seq":12', 11],
  ])("with %s is shown with its line", async (_, line, from, to, broken) => {
    const { folder, journal } = await tenCertificates();
    change(journal, line, from, to);
    const store = await reopened(folder);
    const verdict = await store.verifyAudit();
    expect(verdict).toMatchObject({ valid: false, entries: broken - 1, head: { seq: broken - 1 } });
    expect(verdict.problem).toMatchObject({ where: `journal/000001.jsonl line ${broken}`, seq: broken });
    expect((await store.inspect()).problems[0]).toMatchObject({ code: "damaged-journal" });
  });

  it("that was written anew from some line on is shown by the index, and by a checkpoint", async () => {
    const { folder, journal, head, index } = await tenCertificates();
    const forged = await tenCertificates();
    writeFileSync(journal, readFileSync(forged.journal));
    const store = await reopened(folder);
    expect(await store.verifyAudit()).toMatchObject({
      valid: false,
      problem: { message: "the index knows another entry" },
    });
    rmSync(index);
    expect(await store.verifyAudit()).toMatchObject({ valid: true });
    expect(await store.verifyAudit(head)).toMatchObject({ valid: false, problem: { seq: head?.seq } });
  });

  it("whose end is missing is refused, and taken as it is once doctor has settled it", async () => {
    const { folder, all, journal, head } = await tenCertificates();
    const lines = readFileSync(journal, "utf8").split("\n");
    truncateSync(journal, lines.slice(0, -3).join("\n").length + 1);
    const store = await reopened(folder);
    await expect(store.reserve(intent("0c"))).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
    await expect(store.auditHead()).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
    expect(await store.verifyAudit(head)).toMatchObject({ valid: false, problem: { where: "its end" } });
    await store.settle({ reservedBefore: "2026-01-01T00:00:00.000Z" });
    expect((await collect(store.list())).length).toBe(all.length - 1);
    await issue(store, "0c");
  });

  it("is never written to: a change is refused with the place", async () => {
    const { folder, journal, index } = await tenCertificates();
    rmSync(index);
    change(journal, 20, '"seq":20', '"seq":21');
    const before = readFileSync(journal);
    const store = await reopened(folder);
    await expect(store.reserve(intent("0c"))).rejects.toMatchObject({
      code: "ERR_STORE_DAMAGED",
      facts: { path: journal, reason: "line 20: entry 21 follows entry 19" },
    });
    expect(readFileSync(journal).equals(before)).toBe(true);
  });

  it("that lacks what store.json tells of is refused", async () => {
    const { folder } = await tenCertificates();
    rmSync(join(folder, "journal/000001.jsonl"));
    rmSync(join(folder, "index"));
    const store = await reopened(folder);
    await expect(store.reserve(intent("0c"))).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
    expect(await store.verifyAudit()).toMatchObject({ valid: false });
  });
});
