import { join } from "node:path";

/** The layout of the folder. A store of a later format is refused; one of an earlier format would be migrated here. */
export const STORE_FORMAT = 1;

/** Only the owner reads and writes: a store holds private keys. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** Where things lie in the folder of a store. */
export interface StoreLayout {
  readonly root: string;
  /** The head document: identity, format, hierarchy. */
  readonly head: string;
  /** A PEM file for each private key. */
  readonly keys: string;
  /** Every event in order, in segments. */
  readonly journal: string;
  /** Serial number to journal; derived from it. */
  readonly index: string;
  /** The revocations of each authority as its CRLs show them; derived from the journal. */
  readonly revocations: string;
  readonly lock: string;
  /** Where one process waits for the lock, and the others behind it. */
  readonly doorway: string;
}

export function layoutOf(root: string): StoreLayout {
  return {
    root,
    head: join(root, "store.json"),
    keys: join(root, "keys"),
    journal: join(root, "journal"),
    index: join(root, "index"),
    revocations: join(root, "revocations"),
    lock: join(root, "lock"),
    doorway: join(root, "lock.next"),
  };
}
