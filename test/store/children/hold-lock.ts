// Takes the lock of a store, says so, and keeps it until its standard input ends.
import { layoutOf } from "../../../src/store/lowdb/layout.ts";
import { StoreLock } from "../../../src/store/lowdb/lock/store-lock.ts";

export interface HoldLockTask {
  readonly folder: string;
}

const { folder } = JSON.parse(process.argv[2] ?? "") as HoldLockTask;
const lock = new StoreLock(layoutOf(folder), { holder: `hold-lock.ts (process ${process.pid})`, timeoutMs: 1_000 });
await lock.hold(async () => {
  process.stdout.write("held\n");
  for await (const _ of process.stdin) break;
});
lock.close();
