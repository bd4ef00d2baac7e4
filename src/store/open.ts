import { statSync } from "node:fs";
import { resolve } from "node:path";
import { PkiError } from "../errors/pki-error.ts";
import { layoutOf, type StoreLayout } from "./lowdb/layout.ts";
import type { Store } from "./store.ts";

/** How long a writer waits for another process. A commit takes milliseconds. */
const LOCK_TIMEOUT_MS = 10_000;

export interface OpenStoreOptions {
  readonly now: () => Date;
  /** Who makes changes: stands in the audit log, and in the error of another process that finds the store locked. */
  readonly actor?: string;
  /** The number of this process, for that error. */
  readonly pid?: number;
  readonly lockTimeoutMs?: number;
}

/**
 * Opens the store in a folder. Drivers are loaded here and nowhere else.
 * @throws PkiError ERR_STORE_MISSING, ERR_STORE_FORMAT, ERR_STORE_DAMAGED, ERR_STORE_LOCATION
 */
export async function openStore(location: string, options: OpenStoreOptions): Promise<Store> {
  const layout = folderAt(location);
  const { LowdbStore } = await import("./lowdb/lowdb-store.ts");
  return LowdbStore.open(layout, complete(options));
}

/**
 * Makes an empty store and opens it. One whose making was cut off before it had an authority is taken up.
 * @throws PkiError ERR_STORE_EXISTS, ERR_STORE_LOCATION
 */
export async function createStore(location: string, options: OpenStoreOptions): Promise<Store> {
  const layout = folderAt(location);
  const { createLowdbStore } = await import("./lowdb/create-store.ts");
  return createLowdbStore(layout, complete(options));
}

function folderAt(location: string): StoreLayout {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location))
    throw new PkiError("ERR_STORE_LOCATION", {
      location,
      reason: "it is a URL, and this version keeps stores in folders",
    });
  const root = resolve(location);
  if (isInFile(root)) throw new PkiError("ERR_STORE_LOCATION", { location, reason: "it is a file, or inside one" });
  return layoutOf(root);
}

function isInFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOTDIR";
  }
}

function complete({ now, actor = "rootcause", pid, lockTimeoutMs = LOCK_TIMEOUT_MS }: OpenStoreOptions) {
  const holder = pid === undefined ? actor : `${actor} (process ${pid})`;
  return { now, actor, lock: { holder, timeoutMs: lockTimeoutMs } };
}
