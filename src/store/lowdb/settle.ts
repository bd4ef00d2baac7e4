import { isPkiError } from "../../errors/pki-error.ts";
import type { Settlement, SettleOptions } from "../store-facts.ts";
import { abandon } from "./commit/certificate-decisions.ts";
import type { CommitQueue } from "./commit/commit-queue.ts";
import type { Committer } from "./commit/committer.ts";
import { inspectStore } from "./read/inspect.ts";
import { pendingHistories } from "./read/list-certificates.ts";
import { closePermission, openPermissions } from "./read/permissions.ts";
import type { StoreFiles } from "./store-files.ts";

export interface SettleTools {
  readonly files: StoreFiles;
  readonly committer: Committer;
  readonly queue: CommitQueue;
}

/** Puts right what can be put right without losing anything. */
export async function settleStore(
  { files, committer, queue }: SettleTools,
  { reservedBefore }: SettleOptions,
): Promise<Settlement> {
  const repaired: string[] = [];
  const { problems } = await inspectStore(files);
  const has = (code: string) => problems.some((problem) => problem.code === code);
  for (const permission of await openPermissions(files.layout)) {
    await closePermission(permission);
    repaired.push(`${permission.path} is now for its owner alone`);
  }
  if (has("stale-index")) {
    await committer.discardIndex();
    repaired.push("the index was built again from the journal");
  }
  if (has("torn-entry")) repaired.push("the unfinished last line of the journal was cut away");
  // a commit of nothing: it reads what the index does not know, and cuts what is unfinished
  await queue.submit(() => ({ value: undefined }));
  return { abandoned: await abandonBefore(files, queue, Date.parse(reservedBefore)), repaired };
}

async function abandonBefore(files: StoreFiles, queue: CommitQueue, time: number): Promise<readonly string[]> {
  const cutOff = (await pendingHistories(files)).filter(({ reserved }) => Date.parse(reserved.at) < time);
  const serials = cutOff.map(({ reserved }) => reserved.serial);
  const settled = await Promise.all(serials.map((serial) => abandonUnlessDone(queue, serial)));
  return serials.filter((_, i) => settled[i]);
}

/** False when its process went on and recorded it meanwhile. */
async function abandonUnlessDone(queue: CommitQueue, serial: string): Promise<boolean> {
  try {
    await queue.submit(abandon(serial, "its issuance was cut off"));
    return true;
  } catch (error) {
    if (isPkiError(error, "ERR_STORE_NOT_PENDING")) return false;
    throw error;
  }
}
