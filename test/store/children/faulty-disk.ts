import fs, { promises, writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What happens instead of one call that changes the disk. */
export interface DiskFault {
  /** Which call, counted from 1. */
  readonly step: number;
  /** The process dies as by `kill -9`, or the call fails because the disk is full. */
  readonly kind: "kill" | "full";
  /** When it is a write, half of it is done first. */
  readonly half: boolean;
}

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Calls = Record<string, Call>;

const changing = ["mkdir", "rename", "rm", "chmod", "writeFile", "write", "datasync", "sync", "truncate"];
const changingSync = ["writeSync", "fdatasyncSync", "renameSync", "rmSync", "writeFileSync"];

/** From now on the calls of node:fs with which a store changes the disk are counted, and one of them meets its fault. */
export async function armFault(fault: DiskFault): Promise<void> {
  const file = await promises.open("/dev/null");
  let steps = 0;
  const arm = (calls: Calls, names: readonly string[]) => {
    for (const name of names) {
      const call = calls[name];
      if (call === undefined) continue;
      calls[name] = function (...args) {
        if (++steps === fault.step) meet(fault, this, args);
        return call.apply(this, args);
      };
    }
  };
  arm(Object.getPrototypeOf(file) as Calls, changing);
  await file.close();
  arm(promises as unknown as Calls, changing);
  arm(fs as unknown as Calls, changingSync);
  syncBuiltinESMExports();
}

const write = writeSync;

function meet({ kind, half }: DiskFault, target: unknown, args: readonly unknown[]): void {
  if (half) writeHalf(target, args);
  if (kind === "kill") process.kill(process.pid, "SIGKILL");
  write(1, "fault\n");
  throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: "write" });
}

/** `writeSync(fd, bytes, start, length, position)` and `file.write(bytes, start)`; what else there is writes a whole file. */
function writeHalf(target: unknown, [first, second, start = 0, length, position]: readonly unknown[]): void {
  if (first instanceof Uint8Array && isFile(target)) write(target.fd, first, 0, first.length >> 1);
  if (typeof first === "number" && second instanceof Uint8Array)
    write(first, second, start as number, (length as number) >> 1, position as number);
}

function isFile(target: unknown): target is { readonly fd: number } {
  return typeof target === "object" && target !== null && "fd" in target;
}
