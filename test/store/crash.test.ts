import { cpSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isPkiError } from "../../src/errors/pki-error.ts";
import { SEGMENT_BYTES } from "../../src/store/lowdb/journal/position.ts";
import type { Store } from "../../src/store/store.ts";
import { childScript } from "./child.ts";
import type { DiskFault } from "./children/faulty-disk.ts";
import type { IssueTask } from "./children/issue.ts";
import { collect, issue, newStore, reopened, storeFolderInMemory, text } from "./fixtures.ts";
import { certificateDer, serials } from "./samples.ts";

const issueInChild = childScript<IssueTask>("issue");
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

describe("a process killed with SIGKILL", () => {
  it.each([false, true])(
    "at every step (a write done by half: %s) loses nothing that it acknowledged",
    async (half) => {
      const steps = await everyStep({ kind: "kill", half }, async (task) => {
        const { lines, status, stderr } = await issueInChild(task).ended;
        expect(stderr).toBe("");
        await expectWhole(task.folder, lines);
        return status === 0;
      });
      expect(steps).toBeGreaterThan(30);
    },
  );

  it("at every step of a new segment and of a larger index loses nothing that it acknowledged", async () => {
    const { folder: full, told } = await fullStore();
    const steps = await everyStep({ kind: "kill", half: true }, async (task) => {
      cpSync(full, task.folder, { recursive: true });
      const { lines, status } = await issueInChild({ ...task, create: false, serials: serials(1) }).ended;
      const store = await reopened(task.folder);
      await expectAcknowledged(store, [...told, ...lines]);
      await issue(store, "0f");
      return status === 0;
    });
    expect(steps).toBeGreaterThan(10);
  });

  it("at any moment, many times, two at once, leaves a store that opens", async () => {
    const folder = storeFolderInMemory();
    const store = await newStore(folder);
    const told: string[] = [];
    for (let round = 0; round < 20; round++) {
      const ends = await Promise.all(
        ["a", "b"].map((side, i) => {
          const enough = 1 + ((round * 37 + i * 11) % 200);
          const task: IssueTask = { folder, serials: serials(400, `${10 + round}${side}`), inFlight: 8 };
          return issueInChild(task, { killWhen: (lines) => lines.length >= enough }).ended;
        }),
      );
      for (const { lines } of ends) told.push(...lines);
    }
    expect(told.filter((line) => line.startsWith("recorded")).length).toBeGreaterThan(100);
    await expectAcknowledged(store, told);
    await store.close();
    await expectWhole(folder, told);
  });
});

describe("a disk that is full once", () => {
  it("at any step refuses whole changes and goes on", async () => {
    let refused = 0;
    const steps = await everyStep({ kind: "full", half: true }, async (task) => {
      const { lines, status, stderr } = await issueInChild(task).ended;
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      refused += lines.filter((line) => line === "refused ERR_STORE_FULL").length;
      await expectWhole(task.folder, lines);
      return !lines.includes("fault");
    });
    expect(steps).toBeGreaterThan(30);
    expect(refused).toBeGreaterThan(20);
  });
});

/**
 * Makes a store and issues in it, with the fault one call later each time, until `run` says that the fault was not met. Returns how many
 * steps there are; a few of them are tried side by side.
 */
async function everyStep(fault: Omit<DiskFault, "step">, run: (task: IssueTask) => Promise<boolean>): Promise<number> {
  for (let first = 1; ; first += 4) {
    const tasks = [0, 1, 2, 3].map((i): IssueTask => {
      const step = first + i;
      return {
        folder: storeFolderInMemory(),
        create: true,
        serials: serials(3),
        inFlight: 2,
        fault: { ...fault, step },
      };
    });
    const finished = await Promise.all(tasks.map(run));
    if (finished.includes(true)) return first + finished.indexOf(true) - 1;
  }
}

/** A store whose next commit begins a segment of the journal and doubles the index. */
async function fullStore(): Promise<{ readonly folder: string; readonly told: readonly string[] }> {
  const folder = storeFolderInMemory();
  const store = await newStore(folder);
  const all = serials(767, "0b");
  await Promise.all(all.map((serial) => issue(store, serial)));
  const room = () => SEGMENT_BYTES - statSync(join(folder, "journal/000001.jsonl")).size;
  while (room() > 2_000) await store.note("filler", { text: "x".repeat(Math.min(room() - 1_500, 1_000_000)) });
  await store.close();
  return { folder, told: all.flatMap((serial) => [`reserved ${serial}`, `recorded ${serial}`]) };
}

/** The store opens, holds what was acknowledged, settles what was cut off, and goes on. */
async function expectWhole(folder: string, lines: readonly string[]): Promise<void> {
  const store = await openOrStartAgain(folder, lines.includes("opened"));
  await expectAcknowledged(store, lines);
  await store.settle({ reservedBefore: TOMORROW });
  expect(await store.pending()).toEqual([]);
  await issue(store, "0f");
  const { problems } = await store.inspect();
  expect(problems.filter(({ path }) => !path.endsWith(".pem.next"))).toEqual([]);
  const root = (await store.authorities()).find(({ id }) => id === "root");
  if (lines.includes("offline")) expect(root).toMatchObject({ keyAt: "offline" });
  await store.close();
}

async function openOrStartAgain(folder: string, wasOpened: boolean): Promise<Store> {
  try {
    const store = await reopened(folder);
    if ((await store.authorities()).length > 0) return store;
    await store.close();
  } catch (error) {
    if (!isPkiError(error, "ERR_STORE_MISSING")) throw error;
  }
  expect(wasOpened).toBe(false);
  return newStore(folder);
}

async function expectAcknowledged(store: Store, lines: readonly string[]): Promise<void> {
  const told = (what: string) =>
    lines.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length + 1));
  const listed = (await collect(store.list())).map(({ serial }) => serial);
  const pending = (await store.pending()).map(({ serial }) => serial);
  expect(new Set(listed).size).toBe(listed.length);
  expect(missing(told("recorded"), listed)).toEqual([]);
  expect(missing(listed, told("reserved"))).toEqual([]);
  expect(missing(told("reserved"), [...listed, ...pending])).toEqual([]);
  const wrong: string[] = [];
  for (const serial of told("recorded"))
    if (text((await store.find(serial))?.certificateDer) !== text(certificateDer(serial))) wrong.push(serial);
  expect(wrong).toEqual([]);
  expect(await store.verifyAudit()).toMatchObject({ valid: true });
}

/** Those of `some` that are not in `all`. */
function missing(some: readonly string[], all: readonly string[]): readonly string[] {
  const known = new Set(all);
  return some.filter((each) => !known.has(each));
}
