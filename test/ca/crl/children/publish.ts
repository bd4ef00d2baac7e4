// Revokes a certificate and publishes the CRL in a process of its own, and says on standard output what it was told to be done.
import { writeSync } from "node:fs";
import { publishCrls } from "../../../../src/ca/crl/publish-crls.ts";
import { openAuthority } from "../../../../src/ca/open-authority.ts";
import { revoke } from "../../../../src/ca/revoke.ts";
import { openStore } from "../../../../src/store/open.ts";
import { armFault, type DiskFault } from "../../../store/children/faulty-disk.ts";

export interface PublishTask {
  readonly folder: string;
  /** Where what is published lies. */
  readonly published: string;
  /** What to revoke first. */
  readonly serial: string;
  readonly now: string;
  readonly fault: DiskFault;
}

const task = JSON.parse(process.argv[2] ?? "") as PublishTask;
const write = writeSync; // as it was before the fault was armed
const now = () => new Date(task.now);
const store = await openStore(task.folder, { now, actor: "publish.ts", pid: process.pid });
const authority = await openAuthority(store);
await armFault(task.fault);
await revoke({ store, now }, task.serial);
write(1, "revoked\n");
await publishCrls({ store, now }, authority, { folder: task.published });
write(1, "published\n");
await store.close();
