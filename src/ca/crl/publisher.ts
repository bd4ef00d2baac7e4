import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { PublicationLoop, type PublicationState } from "./publication-loop.ts";
import { systemTimers, type Timers } from "./timers.ts";

const POLL_MS = 5_000;

export interface PublisherOptions {
  /** Those whose keys are at hand. */
  readonly authorities: readonly Authority[];
  /** Where what is published lies. */
  readonly folder: string;
  /** Hears of every publication and every failure. */
  readonly onChange?: ((state: PublicationState) => void) | undefined;
  readonly timers?: Timers | undefined;
  /** How late a revocation by another process may be noticed; 5 seconds unless told. */
  readonly pollMs?: number | undefined;
}

/** Keeps the CRLs of several authorities in place while a program runs: no nextUpdate passes, and no revocation waits for one. */
export class Publisher {
  readonly #context: CaContext;
  readonly #options: PublisherOptions;
  readonly #loops = new Map<string, PublicationLoop>();

  constructor(context: CaContext, options: PublisherOptions) {
    this.#context = context;
    this.#options = options;
    for (const authority of options.authorities) this.#loops.set(authority.id, this.#loopOf(authority));
  }

  /** How it goes with each authority. */
  get states(): readonly PublicationState[] {
    return [...this.#loops.values()].map(({ state }) => state);
  }

  /** Publishes what is due, and goes on looking until `stop`. */
  async start(): Promise<void> {
    await this.revoked();
  }

  /** Something was revoked in this process: it is published now, rather than at the next look. Never rejects: see `states`. */
  async revoked(): Promise<void> {
    await Promise.all([...this.#loops.values()].map((loop) => loop.wake()));
  }

  /** Publishes for one more authority, or for what has become of one. */
  async add(authority: Authority): Promise<void> {
    const loop = this.#loopOf(authority);
    const before = this.#loops.get(authority.id);
    this.#loops.set(authority.id, loop);
    await before?.stop();
    await loop.wake();
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    await Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
  }

  #loopOf(authority: Authority): PublicationLoop {
    const { folder, onChange = () => {}, timers = systemTimers, pollMs = POLL_MS } = this.#options;
    return new PublicationLoop({ context: this.#context, authority, folder, timers, pollMs, onChange });
  }
}
