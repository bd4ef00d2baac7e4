import { setImmediate } from "node:timers/promises";
import { AwaitedChange, type Change } from "./change.ts";
import type { Decide } from "./decision.ts";

/** Commits the first of these changes, as many as fit together, and returns how many those were. */
export type Commit = (changes: readonly Change[]) => Promise<number>;

/** Group commit: whatever is asked for while one sync of the disk is under way shares the next. */
export class CommitQueue {
  readonly #commit: Commit;
  #waiting: Change[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(commit: Commit) {
    this.#commit = commit;
  }

  /** Resolves when what was decided is on the disk. */
  submit<T>(decide: Decide<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new TypeError("the store is closed"));
    const change = new AwaitedChange(decide);
    this.#waiting.push(change);
    this.#running ??= this.#run();
    return change.value;
  }

  /** Takes no more; resolves when everything taken is done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // one turn of the event loop: those whose last change was just done ask for their next
      await setImmediate();
      const changes = this.#waiting;
      this.#waiting = [];
      try {
        const done = await this.#commit(changes);
        this.#waiting = [...changes.slice(done), ...this.#waiting];
      } catch (error) {
        for (const change of changes) change.fail(error);
      }
    }
    this.#running = undefined;
  }
}
