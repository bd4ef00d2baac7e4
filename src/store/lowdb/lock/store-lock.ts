import { setImmediate, setTimeout } from "node:timers/promises";
import { PkiError } from "../../../errors/pki-error.ts";
import type { StoreLayout } from "../layout.ts";
import { LockFile } from "./lock-file.ts";

/** A commit is over within a millisecond or two: so long it is asked again at once, then at growing intervals. Milliseconds. */
const EAGER_MS = 2;
const MAX_PAUSE_MS = 25;

export interface StoreLockOptions {
  /** Who holds it: for the error that another process shows. */
  readonly holder: string;
  readonly timeoutMs: number;
}

/**
 * One writer at a time among all processes. Whoever waits for the lock stands in the doorway, a second lock. So a busy process that
 * releases the lock and wants it again at once finds the doorway taken, and the other one goes first.
 */
export class StoreLock {
  readonly #root: string;
  readonly #options: StoreLockOptions;
  readonly #lock: LockFile;
  readonly #doorway: LockFile;

  constructor(layout: StoreLayout, options: StoreLockOptions) {
    this.#root = layout.root;
    this.#options = options;
    this.#lock = new LockFile(layout.lock);
    this.#doorway = new LockFile(layout.doorway);
  }

  /** Does `act` while no other process writes. @throws PkiError ERR_STORE_LOCKED when the lock was not to be had in time. */
  async hold<T>(act: () => Promise<T>): Promise<T> {
    await this.#acquire();
    try {
      this.#lock.note(this.#options.holder);
      return await act();
    } finally {
      this.#lock.release();
    }
  }

  close(): void {
    this.#lock.close();
    this.#doorway.close();
  }

  async #acquire(): Promise<void> {
    const waitedMs = stopwatch();
    await this.#take(this.#doorway, waitedMs);
    try {
      await this.#take(this.#lock, waitedMs);
    } finally {
      this.#doorway.release();
    }
  }

  async #take(file: LockFile, waitedMs: () => number): Promise<void> {
    for (let pause = 1; !file.tryTake(); ) {
      const waited = waitedMs();
      if (waited > this.#options.timeoutMs) throw this.#lockedError();
      if (waited < EAGER_MS) await setImmediate();
      else {
        await setTimeout(pause);
        pause = Math.min(pause * 2, MAX_PAUSE_MS);
      }
    }
  }

  #lockedError(): PkiError {
    const seconds = this.#options.timeoutMs / 1000;
    return new PkiError("ERR_STORE_LOCKED", { path: this.#root, holder: this.#holder(), seconds });
  }

  #holder(): string {
    try {
      return this.#lock.read() || "another process";
    } catch {
      return "another process"; // Windows lets nobody read a locked file
    }
  }
}

/** Milliseconds since it was first asked. Only who has to wait asks, because Node makes its clock on first use, which takes a while. */
function stopwatch(): () => number {
  let started: number | undefined;
  return () => {
    const now = performance.now();
    started ??= now;
    return now - started;
  };
}
