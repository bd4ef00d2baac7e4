import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { CrlSession } from "../../crl-session.ts";
import { NO_CRLS } from "../../published-crl.ts";
import { authorityOf } from "../commit/authority-decisions.ts";
import type { CommitQueue } from "../commit/commit-queue.ts";
import { publishCrls, takeCrlNumber } from "../commit/crl-decisions.ts";
import { PRIVATE_FOLDER } from "../layout.ts";
import { StoreLock, type StoreLockOptions } from "../lock/store-lock.ts";
import type { StoreFiles } from "../store-files.ts";
import { inStore } from "../system-error.ts";
import { catchUp } from "./catch-up.ts";
import { RevocationList } from "./revocation-list.ts";
import { selectEntries } from "./select-entries.ts";

export interface CrlSessionTools {
  readonly files: StoreFiles;
  readonly queue: CommitQueue;
  readonly lock: StoreLockOptions;
}

/** Holds the lock of the authority's CRLs, another one than that of the store: certificates are issued meanwhile. */
export async function holdCrlSession<T>(
  { files, queue, lock: options }: CrlSessionTools,
  authority: string,
  act: (session: CrlSession) => Promise<T>,
): Promise<T> {
  const { layout, hierarchy } = files;
  const inList = <R>(read: () => R | Promise<R>) => inStore("writing", layout.root, read);
  await inList(() => mkdirSync(layout.revocations, { recursive: true, mode: PRIVATE_FOLDER }));
  const path = join(layout.revocations, `${authority}.lock`);
  const lock = new StoreLock({ ...layout, lock: path, doorway: `${path}.next` }, options);
  try {
    return await lock.hold(async () => {
      await hierarchy.refresh();
      const list = await inList(() => new RevocationList(layout.revocations, authority));
      try {
        return await act({
          history: authorityOf(hierarchy.authorities, authority).crls ?? NO_CRLS,
          entries: (selection) =>
            inList(async () => {
              await catchUp(files, list, authority);
              return selectEntries(list, selection);
            }),
          takeNumber: (above) => queue.submit(takeCrlNumber(authority, above)),
          published: (crls) => queue.submit(publishCrls(authority, crls)),
        });
      } finally {
        list.close();
      }
    });
  } finally {
    lock.close();
  }
}
