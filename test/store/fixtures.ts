import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Intent } from "../../src/store/certificate-record.ts";
import { createStore, type OpenStoreOptions, openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { authority, certificateDer, intent, NOON } from "./samples.ts";

const clock: OpenStoreOptions = { now: () => new Date(NOON), actor: "test" };

/** A folder for a store, gone after the test. */
export function storeFolder(parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "rootcause-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "ca-store");
}

/** The same in memory where there is such a file system: for hundreds of stores that have no power to lose. */
export function storeFolderInMemory(): string {
  return storeFolder(existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
}

/** A new store with the authority "issuing", closed after the test. */
export async function newStore(folder: string = storeFolder()): Promise<Store> {
  const store = closedLater(await createStore(folder, clock));
  await store.addAuthorities([authority("issuing")]);
  return store;
}

/** The store in this folder as another process would open it. */
export async function reopened(folder: string, options: Partial<OpenStoreOptions> = {}): Promise<Store> {
  return closedLater(await openStore(folder, { ...clock, ...options }));
}

/** Reserves and records. */
export async function issue(store: Store, serial: string, change: Partial<Intent> = {}): Promise<void> {
  await store.reserve(intent(serial, change));
  await store.record(serial, certificateDer(serial));
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** Bytes as text: comparing arrays of them takes a thousand times as long. */
export function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("latin1");
}

function closedLater(store: Store): Store {
  onTestFinished(() => store.close());
  return store;
}
