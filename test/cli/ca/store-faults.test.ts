import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { childScript } from "../../store/child.ts";
import type { HoldLockTask } from "../../store/children/hold-lock.ts";
import { canMount, modesBind, remountReadOnly, smallDisk } from "../../store/small-disk.ts";
import { spawnCli } from "../run-cli.ts";
import { CaFolder } from "./ca-folder.ts";

const holdLockInChild = childScript<HoldLockTask>("hold-lock");

/** Whatever changes the store. */
const changes = [
  ["issue", "localhost"],
  ["revoke", "localhost/cert.pem"],
  ["ca", "add-intermediate", "New"],
  ["doctor", "--fix"],
];

describe("a store that a newer rootcause wrote", () => {
  it("is left alone by every command", async () => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    const head = folder.file("ca-store", "store.json");
    writeFileSync(head, readFileSync(head, "utf8").replace('"format": 1', '"format": 99'));
    for (const args of [...changes, ["init"], ["list"], ["audit", "verify"], ["ca", "list"]]) {
      const { message, hint } = await folder.refused("ERR_STORE_FORMAT", 3, args);
      expect(message).toContain("format 99");
      expect(hint).toContain("install that version");
    }
    expect(folder.names()).toEqual(["ca-store", "localhost"]);
  });
});

describe("a store that another process writes to", () => {
  it("is waited for", async () => {
    const folder = await CaFolder.withCa();
    const holder = holdLockInChild({ folder: folder.file("ca-store") });
    await holder.said("held");
    expect(await folder.json("list")).toEqual([]);
    const issuing = folder.issue("localhost");
    holder.kill();
    expect(await issuing).toMatchObject({ san: ["localhost"] });
  });
});

describe("a store on a disk", () => {
  it.skipIf(!canMount)("that is full refuses whole changes", async () => {
    const folder = new CaFolder();
    const disk = smallDisk("192k");
    const store = ["--store", `${disk}/ca-store`];
    await folder.ok("init", ...store);
    writeFileSync(`${disk}/filler`, Buffer.alloc(0));
    for (let size = 1; size < 64; size *= 2) tryToFill(`${disk}/filler-${size}`);
    const { hint } = await folder.refused("ERR_STORE_FULL", 3, ["issue", "localhost", ...store]);
    expect(hint).toContain("free some space");
    expect(folder.names()).toEqual([]);
    expect(await folder.json("list", ...store)).toEqual([]);
    expect(await folder.json("audit", "verify", ...store)).toMatchObject({ valid: true });
  });

  it.skipIf(!canMount)("that is for reading only can be read", async () => {
    const folder = new CaFolder();
    const disk = smallDisk("1m");
    const store = ["--store", `${disk}/ca-store`];
    await folder.ok("init", ...store);
    await folder.ok("issue", "a.test", ...store);
    remountReadOnly(disk);
    await folder.refused("ERR_STORE_READ_ONLY", 3, ["issue", "localhost", ...store]);
    expect(await folder.json<readonly unknown[]>("list", ...store)).toHaveLength(1);
    await folder.ok("show", "a.test/cert.pem", ...store);
    await folder.refused("ERR_STORE_READ_ONLY", 3, ["init", "--store", `${disk}/other`]);
  });

  it.skipIf(!modesBind)("that this user may not read says so", async () => {
    const folder = await CaFolder.withCa();
    chmodSync(folder.file("ca-store"), 0);
    await folder.refused("ERR_STORE_UNREADABLE", 3, ["list"]);
    chmodSync(folder.file("ca-store"), 0o700);
  });
});

describe("the program", () => {
  it("ends with the same statuses, and says the same on both streams", async () => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    const calls = [
      ["issue", "localhost"],
      ["issue", "alice@example.test"],
      ["show", "zz"],
      ["list", "--json"],
      ["ca", "list"],
      ["doctor", "--json"],
    ];
    for (const args of calls) expect(spawnCli(args, { cwd: folder.path })).toEqual(await folder.run(args));
  });

  it("finds the store from a folder below, in ROOTCAUSE_STORE, and where --store says", async () => {
    const folder = await CaFolder.withCa();
    const expected = await folder.ok("ca", "list");
    await folder.issue("localhost");
    const store = folder.file("ca-store");
    expect(spawnCli(["ca", "list"], { cwd: folder.file("localhost") }).stdout).toBe(expected);
    expect(spawnCli(["ca", "list"], { cwd: "/", env: { ROOTCAUSE_STORE: store } }).stdout).toBe(expected);
    expect(spawnCli(["ca", "list", "--store", store], { cwd: "/" }).stdout).toBe(expected);
  });
});

function tryToFill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: "a" });
  } catch {
    // full
  }
}
