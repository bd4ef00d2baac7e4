import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createStore } from "../../src/store/open.ts";
import { collect, issue, newStore, reopened, storeFolder } from "./fixtures.ts";
import { intent, NOON } from "./samples.ts";
import { canMount, modesBind, remountReadOnly, smallDisk } from "./small-disk.ts";

const options = { now: () => new Date(NOON) };

describe("a place that is no store", () => {
  it("is told where there is nothing, and how to go on", async () => {
    const missing = reopened(storeFolder());
    await expect(missing).rejects.toMatchObject({
      code: "ERR_STORE_MISSING",
      hint: expect.stringMatching(/rootcause init/),
    });
  });

  it.each(["postgres://db.test/ca", "sqlite://ca.db"])("is told for %s", async (location) => {
    await expect(reopened(location)).rejects.toMatchObject({ code: "ERR_STORE_LOCATION" });
    await expect(createStore(location, options)).rejects.toMatchObject({ code: "ERR_STORE_LOCATION" });
  });

  it("is told for a file, and for a folder below one", async () => {
    const folder = storeFolder();
    writeFileSync(folder, "");
    await expect(reopened(folder)).rejects.toMatchObject({ code: "ERR_STORE_LOCATION" });
    await expect(createStore(join(folder, "below"), options)).rejects.toMatchObject({ code: "ERR_STORE_LOCATION" });
  });
});

describe("a store", () => {
  it("is made once", async () => {
    const folder = storeFolder();
    await newStore(folder);
    await expect(createStore(folder, options)).rejects.toMatchObject({ code: "ERR_STORE_EXISTS" });
    expect(await collect((await reopened(folder)).audit())).toHaveLength(2);
  });

  it("without an authority is taken up by the next who makes one", async () => {
    const folder = storeFolder();
    const first = await createStore(folder, options);
    await first.close();
    const second = await newStore(folder);
    expect(second.id).toBe(first.id);
  });

  it("keeps what else lies in its folder, and itself out of git", async () => {
    const folder = storeFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "README.md"), "mine");
    await newStore(folder);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
    expect(readdirSync(folder)).toContain("README.md");
  });

  it("is not made over a journal whose store.json is gone", async () => {
    const folder = storeFolder();
    await newStore(folder);
    rmSync(join(folder, "store.json"));
    await expect(createStore(folder, options)).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
  });

  it("of a newer format is refused and left as it is", async () => {
    const folder = storeFolder();
    await (await newStore(folder)).close();
    const head = join(folder, "store.json");
    writeFileSync(head, readFileSync(head, "utf8").replace('"format": 1', '"format": 2'));
    const before = snapshot(folder);
    const refused = { code: "ERR_STORE_FORMAT", facts: { found: 2, supported: 1 } };
    await expect(reopened(folder)).rejects.toMatchObject(refused);
    await expect(createStore(folder, options)).rejects.toMatchObject(refused);
    expect(snapshot(folder)).toEqual(before);
  });

  it.each(["", "{", "[]", "null", '"text"', '{"format":1}', '{"id":"x"}'])(
    "with a store.json of %j is damaged",
    async (text) => {
      const folder = storeFolder();
      await (await newStore(folder)).close();
      writeFileSync(join(folder, "store.json"), text);
      await expect(reopened(folder)).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
    },
  );
});

describe("a store that cannot be written", () => {
  async function expectReadOnly(folder: string): Promise<void> {
    const store = await reopened(folder);
    expect(await store.find("0a")).toMatchObject({ serial: "0a" });
    expect(await collect(store.list())).toHaveLength(1);
    expect((await store.inspect()).certificates).toBe(1);
    const refused = store.reserve(intent("0b"));
    await expect(refused).rejects.toMatchObject({ code: "ERR_STORE_READ_ONLY", facts: { path: folder } });
    expect(await store.pending()).toEqual([]);
  }

  it.skipIf(!modesBind)("for its modes is read, and refuses changes", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    await issue(store, "0a");
    await store.close();
    const paths = [folder, ...allPaths(folder)];
    for (const path of paths) chmodSync(path, 0o500);
    onTestFinished(() => {
      for (const path of paths) chmodSync(path, 0o700);
    });
    await expectReadOnly(folder);
    await expect(createStore(join(folder, "below"), options)).rejects.toMatchObject({ code: "ERR_STORE_READ_ONLY" });
  });

  it.skipIf(!canMount)("for its disk is read, and refuses changes", async () => {
    const disk = smallDisk("1m");
    const folder = join(disk, "ca-store");
    const store = await newStore(folder);
    await issue(store, "0a");
    await store.close();
    remountReadOnly(disk);
    await expectReadOnly(folder);
    await expect(createStore(join(disk, "other"), options)).rejects.toMatchObject({ code: "ERR_STORE_READ_ONLY" });
  });

  it.skipIf(!modesBind)("nor read is told so", async () => {
    const folder = storeFolder();
    await (await newStore(folder)).close();
    chmodSync(join(folder, "store.json"), 0);
    await expect(reopened(folder)).rejects.toMatchObject({ code: "ERR_STORE_UNREADABLE" });
  });
});

describe("a full disk", () => {
  it.skipIf(!canMount)("refuses changes whole, and goes on when there is space", async () => {
    const disk = smallDisk("512k");
    const folder = join(disk, "ca-store");
    const store = await newStore(folder);
    const issued: string[] = [];
    const fill = async () => {
      for (let n = issued.length; ; n++) {
        await issue(store, `0a${n}`);
        issued.push(`0a${n}`);
      }
    };
    await expect(fill()).rejects.toMatchObject({
      code: "ERR_STORE_FULL",
      hint: expect.stringContaining("free some space"),
    });
    expect(issued.length).toBeGreaterThan(100);
    await expect(store.note("more", { text: "x".repeat(10_000) })).rejects.toMatchObject({ code: "ERR_STORE_FULL" });
    await expect(newStore(join(disk, "other"))).rejects.toMatchObject({ code: "ERR_STORE_FULL" });
    expect((await collect(store.list())).map(({ serial }) => serial)).toEqual(issued);
    expect((await store.inspect()).problems).toEqual([]);
    rmSync(join(disk, "ballast"));
    await issue(store, "0b");
    expect(await (await reopened(folder)).verifyAudit()).toMatchObject({ valid: true });
  });
});

describe("the files of a store", () => {
  it.skipIf(process.platform === "win32")("are for their owner alone", async () => {
    const folder = storeFolder();
    const before = process.umask(0);
    await issue(await newStore(folder), "0a");
    process.umask(before);
    const modes = allPaths(folder).map((path) => (statSync(path).mode & 0o777).toString(8));
    expect(new Set(modes)).toEqual(new Set(["600", "700"]));
    expect((statSync(folder).mode & 0o777).toString(8)).toBe("700");
  });

  it.skipIf(process.platform === "win32")("open to others are shown and closed", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    const key = join(folder, "keys/issuing.pem");
    chmodSync(key, 0o644);
    chmodSync(folder, 0o755);
    const { problems } = await store.inspect();
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["open-permissions", "."],
      ["open-permissions", "keys/issuing.pem"],
    ]);
    expect((await store.settle({ reservedBefore: NOON })).repaired).toHaveLength(2);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect((await store.inspect()).problems).toEqual([]);
  });

  it("are missed when a key is gone, and noticed when one is unknown", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    rmSync(join(folder, "keys/issuing.pem"));
    writeFileSync(join(folder, "keys/stray.pem"), "", { mode: 0o600 });
    const { problems } = await store.inspect();
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["missing-key", "keys/issuing.pem"],
      ["unknown-key", "keys/stray.pem"],
    ]);
    expect(await store.authorityKeyPem("issuing")).toBeUndefined();
  });
});

function allPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}

function snapshot(folder: string): unknown {
  const files = allPaths(folder).filter((path) => statSync(path).isFile());
  return files.map((path) => [path, readFileSync(path, "latin1")]);
}
