import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutOf } from "../../src/store/lowdb/layout.ts";
import { StoreLock } from "../../src/store/lowdb/lock/store-lock.ts";
import { childScript } from "./child.ts";
import type { HoldLockTask } from "./children/hold-lock.ts";
import { collect, issue, newStore, reopened, storeFolder } from "./fixtures.ts";
import { intent, serials } from "./samples.ts";

const holdLockInChild = childScript<HoldLockTask>("hold-lock");

describe("the lock of a store", () => {
  it("held by another process is an error that names it; reading goes on", async () => {
    const folder = storeFolder();
    await issue(await newStore(folder), "0a");
    const holder = holdLockInChild({ folder });
    await holder.said("held");
    const store = await reopened(folder, { lockTimeoutMs: 30 });
    const refused = store.reserve(intent("0b"));
    await expect(refused).rejects.toMatchObject({ code: "ERR_STORE_LOCKED", facts: { path: folder, seconds: 0.03 } });
    await expect(refused).rejects.toThrow(/in use by hold-lock\.ts \(process \d+\); gave up after 0\.03 s$/);
    expect(await store.find("0a")).toMatchObject({ serial: "0a" });
    expect(await collect(store.list())).toHaveLength(1);
    holder.kill();
    await holder.ended;
    await store.reserve(intent("0b"));
  });

  it("goes with the process that held it, to one that waits", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    const holder = holdLockInChild({ folder });
    await holder.said("held");
    const waiting = store.reserve(intent("0a"));
    holder.kill();
    await waiting;
  });

  it("goes to the one who waits before the one who had it", async () => {
    const folder = storeFolder();
    await newStore(folder);
    const [first, second] = ["first", "second"].map(
      (holder) => new StoreLock(layoutOf(folder), { holder, timeoutMs: 10_000 }),
    ) as [StoreLock, StoreLock];
    const order: string[] = [];
    let waiting: Promise<unknown> = Promise.resolve();
    await first.hold(async () => {
      order.push("first");
      waiting = second.hold(async () => order.push("second"));
    });
    await first.hold(async () => order.push("first again"));
    await waiting;
    expect(order).toEqual(["first", "second", "first again"]);
    first.close();
    second.close();
  });

  it("is the one at its path, also when somebody deleted the file", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    const other = await reopened(folder, { lockTimeoutMs: 30 });
    await issue(other, "0a");
    rmSync(join(folder, "lock"));
    await issue(store, "0b");
    const holder = holdLockInChild({ folder });
    await holder.said("held");
    await expect(other.reserve(intent("0c"))).rejects.toMatchObject({ code: "ERR_STORE_LOCKED" });
    holder.kill();
  });

  it("is shared by two who write without pause", async () => {
    const folder = storeFolder();
    const [one, other] = [await newStore(folder), await reopened(folder)];
    const busy = Promise.all(serials(200, "0b").map((serial) => issue(one, serial)));
    await Promise.all(serials(20, "0c").map((serial) => issue(other, serial)));
    await busy;
    expect(await one.verifyAudit()).toMatchObject({ valid: true });
  });
});
