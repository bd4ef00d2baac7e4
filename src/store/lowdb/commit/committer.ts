import { IndexDamaged } from "../index/serial-index.ts";
import { EntryGroup } from "../journal/entry-group.ts";
import type { JournalMark } from "../journal/journal-mark.ts";
import type { StoreLock } from "../lock/store-lock.ts";
import { indexedHistory } from "../read/indexed-history.ts";
import type { StoreFiles } from "../store-files.ts";
import { applyEntry } from "./apply-entry.ts";
import type { Change } from "./change.ts";
import type { StagedKey } from "./decision.ts";
import { Ledger } from "./ledger.ts";
import { recover } from "./recover.ts";

export interface CommitterOptions {
  readonly now: () => Date;
  /** Who makes the changes: stands in the audit log. */
  readonly by: string;
}

/**
 * Writes changes. A commit takes the lock, brings itself up to date with what others wrote, decides each change, appends the entries with
 * one write and one sync, and only then notes them in the index and the head document. Killed at any step, the next commit finds in the
 * journal what was done.
 */
export class Committer {
  readonly #files: StoreFiles;
  readonly #lock: StoreLock;
  readonly #options: CommitterOptions;

  constructor(files: StoreFiles, lock: StoreLock, options: CommitterOptions) {
    this.#files = files;
    this.#lock = lock;
    this.#options = options;
  }

  /** Commits the first of these changes, as many as fit in one group, and returns how many. */
  async commit(changes: readonly Change[]): Promise<number> {
    const committed = await this.#lock.hold(() => this.#commitWithIndex(changes));
    for (const change of committed) change.done();
    return committed.length;
  }

  /** Throws the index away: the next commit builds it again. */
  async discardIndex(): Promise<void> {
    await this.#lock.hold(async () => this.#files.index.discard());
  }

  /** Builds the index again when it proves wrong: decisions were made, but nothing is written yet. */
  async #commitWithIndex(changes: readonly Change[]): Promise<readonly Change[]> {
    try {
      return await this.#commitGroup(changes);
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error;
      this.#files.index.discard();
      return await this.#commitGroup(changes);
    }
  }

  async #commitGroup(changes: readonly Change[]): Promise<readonly Change[]> {
    const { mark, note } = await recover(this.#files);
    const at = this.#options.now().toISOString();
    const ledger = new Ledger(at, this.#files.hierarchy.authorities, (serial) => indexedHistory(this.#files, serial));
    const group = new EntryGroup(mark, at, this.#options.by);
    if (note !== undefined) group.add(note);
    const keys: StagedKey[] = [];
    let taken = 0;
    for (const change of changes) {
      try {
        const decision = change.decide(ledger);
        if (decision.event !== undefined) {
          if (!group.add(decision.event)) break;
          ledger.add(decision.event);
          keys.push(...(decision.keys ?? []));
        }
      } catch (error) {
        if (error instanceof IndexDamaged) throw error;
        change.fail(error);
      }
      taken++;
    }
    if (group.length > 0) await this.#write(mark, group, keys);
    return changes.slice(0, taken);
  }

  async #write(mark: JournalMark, group: EntryGroup, keys: readonly StagedKey[]): Promise<void> {
    const { journal, index } = this.#files;
    const start = journal.placeAfter(mark.position, group.length);
    if (start !== mark.position) index.sync();
    index.makeRoom(group.entries.length);
    await this.#withKeys(keys, () => journal.append(start, group.bytes));
    try {
      await this.#apply(start, group);
    } catch {
      // What is in the journal is done. The next commit applies it again, or tells why that cannot be.
    }
  }

  async #apply(start: number, group: EntryGroup): Promise<void> {
    let position = start;
    for (const { entry, length } of group.entries) {
      await applyEntry(this.#files, entry, position);
      position += length;
    }
    this.#files.index.advance({ ...group.head, position });
  }

  /** The keys are staged before the entries that tell of them are written, and gone again when those could not be. */
  async #withKeys(keys: readonly StagedKey[], append: () => Promise<void>): Promise<void> {
    const folder = this.#files.hierarchy.keys;
    try {
      for (const { id, pem } of keys) await folder.stage(id, pem);
      await append();
    } catch (error) {
      for (const { id } of keys) await folder.unstage(id);
      throw error;
    }
  }
}
