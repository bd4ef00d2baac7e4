// Issues certificates in a process of its own, and says on standard output what it was told to be done.
import { writeSync } from "node:fs";
import { isPkiError } from "../../../src/errors/pki-error.ts";
import { createStore, openStore } from "../../../src/store/open.ts";
import { authority, certificateDer, intent } from "../samples.ts";
import { armFault, type DiskFault } from "./faulty-disk.ts";

export interface IssueTask {
  readonly folder: string;
  /** Makes the store first. */
  readonly create?: boolean;
  /** The serial numbers to issue. */
  readonly serials: readonly string[];
  readonly inFlight: number;
  readonly fault?: DiskFault;
}

const task = JSON.parse(process.argv[2] ?? "") as IssueTask;
const write = writeSync; // as it was before the fault was armed
if (task.fault !== undefined) await armFault(task.fault);

const options = { now: () => new Date(), actor: "issue.ts", pid: process.pid };
const store = await patiently(() => (task.create ? createStore : openStore)(task.folder, options));
if (task.create) await patiently(addHierarchy);
say("opened");
const waiting = [...task.serials];
await Promise.all(Array.from({ length: task.inFlight }, issueWaiting));
if (task.create) {
  await patiently(() => store.removeAuthorityKey("root"));
  say("offline");
}
await store.close();
say("done");

async function addHierarchy(): Promise<void> {
  await store.addAuthorities([authority("root", { kind: "root" }), authority("issuing")]);
}

async function issueWaiting(): Promise<void> {
  for (let serial = waiting.shift(); serial !== undefined; serial = waiting.shift()) {
    const [wanted, der] = [intent(serial), certificateDer(serial)];
    await patiently(() => store.reserve(wanted));
    say(`reserved ${wanted.serial}`);
    await patiently(() => store.record(wanted.serial, der));
    say(`recorded ${wanted.serial}`);
  }
}

/** Tries once more when the disk was full: of a change that was refused nothing may have stayed. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isPkiError(error, "ERR_STORE_FULL")) throw error;
    say(`refused ${error.code}`);
    return act();
  }
}

function say(line: string): void {
  write(1, `${line}\n`);
}
