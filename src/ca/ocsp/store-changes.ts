import type { Changes } from "../../revocation/respond/presigned-responder.ts";
import type { Store } from "../../store/store.ts";

/** How often the store is looked at, and so how late a revocation by another process may be noticed. Milliseconds. */
const POLL_MS = 500;

/** Notices that something was written into a store, by whichever process. */
export class StoreChanges implements Changes {
  readonly #store: Store;
  readonly #onFailure: (error: unknown) => void;
  readonly #onChange: () => Promise<unknown>;
  #head: string | undefined;
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /**
   * @param onFailure hears of a store that cannot be looked at, and of an `onChange` that failed.
   * @param onChange is called after every change, and the store is not looked at again before it is done.
   */
  constructor(store: Store, onFailure: (error: unknown) => void, onChange: () => Promise<unknown> = async () => {}) {
    this.#store = store;
    this.#onFailure = onFailure;
    this.#onChange = onChange;
  }

  get count(): number {
    return this.#count;
  }

  /** Looks at the end of the store's log. A store that cannot be read may have changed. */
  async look(): Promise<void> {
    try {
      const head = (await this.#store.auditHead())?.hash;
      if (head === this.#head) return;
      this.#count++;
      this.#head = head;
      await this.#onChange();
    } catch (error) {
      this.#count++;
      this.#onFailure(error);
    }
  }

  /** Looks again and again until `stop`. */
  async start(): Promise<void> {
    await this.look();
    if (!this.#stopped) this.#timer = setTimeout(() => void this.start(), POLL_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
