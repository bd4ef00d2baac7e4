import { randomUUID } from "node:crypto";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PkiError } from "../../errors/pki-error.ts";
import { syncFolder } from "./durable-file.ts";
import { createHead, readHead } from "./head/head-document.ts";
import { PRIVATE_FILE, PRIVATE_FOLDER, type StoreLayout } from "./layout.ts";
import { StoreLock } from "./lock/store-lock.ts";
import { LowdbStore, type LowdbStoreOptions } from "./lowdb-store.ts";
import { inStore, isSystemError } from "./system-error.ts";

/**
 * Makes the folder of a store, or takes up one whose making was cut off before it had an authority.
 * @throws PkiError ERR_STORE_EXISTS
 */
export async function createLowdbStore(layout: StoreLayout, options: LowdbStoreOptions): Promise<LowdbStore> {
  const isNew = await inStore("writing", layout.root, () => makeFolders(layout, options));
  const store = await LowdbStore.open(layout, options);
  try {
    if ((await store.authorities()).length > 0) throw new PkiError("ERR_STORE_EXISTS", { path: layout.root });
    if (isNew) await store.note("store-created", { id: store.id });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function makeFolders(layout: StoreLayout, options: LowdbStoreOptions): Promise<boolean> {
  if ((await readHead(layout)) !== null) return false;
  await makeFolder(layout.root);
  const lock = new StoreLock(layout, options.lock);
  try {
    return await lock.hold(() => makeHead(layout, options.now()));
  } finally {
    lock.close();
  }
}

/** The head document comes last: without it there is no store. False when there is one. */
async function makeHead(layout: StoreLayout, now: Date): Promise<boolean> {
  if ((await readHead(layout)) !== null) return false;
  await chmod(layout.root, PRIVATE_FOLDER);
  for (const folder of [layout.keys, layout.journal]) await makeFolder(folder);
  if ((await readdir(layout.journal)).length > 0)
    throw new PkiError("ERR_STORE_DAMAGED", {
      path: layout.head,
      reason: "it is gone, and the journal beside it is not",
    });
  await keepOutOfGit(layout.root);
  await syncFolder(layout.root);
  await createHead(layout, randomUUID(), now.toISOString());
  return true;
}

/** As mkdir's `recursive` would, which calls a read-only disk a missing file. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: PRIVATE_FOLDER });
  } catch (error) {
    if (isSystemError(error, "EEXIST")) return;
    if (!isSystemError(error, "ENOENT")) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: PRIVATE_FOLDER });
  }
}

/** A store holds private keys. A folder that says itself what of it belongs in git is left alone. */
async function keepOutOfGit(root: string): Promise<void> {
  try {
    await writeFile(join(root, ".gitignore"), "*\n", { flag: "wx", mode: PRIVATE_FILE });
  } catch (error) {
    if (!isSystemError(error, "EEXIST")) throw error;
  }
}
