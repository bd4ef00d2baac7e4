import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PkiError } from "../../errors/pki-error.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import { NO_CRLS, type PublishedCrl } from "../../store/published-crl.ts";
import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { crlStates } from "./crl-state.ts";
import { pendingRevocations } from "./pending-revocations.ts";
import { publishCrls } from "./publish-crls.ts";
import type { Timers } from "./timers.ts";

/** After a failure the next attempt comes soon, then at growing intervals. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 5 * 60_000;

export interface PublicationLoopOptions {
  readonly context: CaContext;
  readonly authority: Authority;
  readonly folder: string;
  readonly timers: Timers;
  /** How late a revocation by another process may be noticed. */
  readonly pollMs: number;
  /** Hears of every publication and every failure. */
  readonly onChange: (state: PublicationState) => void;
}

/** How the publishing of one authority's CRLs goes. */
export interface PublicationState {
  /** The id of the authority. */
  readonly authority: string;
  readonly published: readonly PublishedCrl[];
  /** Set from a failed attempt to the next good one. */
  readonly failure?: { readonly since: string; readonly attempts: number; readonly error: unknown };
}

/**
 * Keeps the CRLs of one authority in place: publishes when something was revoked, by whichever process, and when half of a list's period
 * is over. What fails is tried again until it works, and there is half a period for it.
 */
export class PublicationLoop {
  readonly #options: PublicationLoopOptions;
  #state: PublicationState;
  #seenHead: string | undefined;
  #timer: { cancel(): void } | undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  constructor(options: PublicationLoopOptions) {
    this.#options = options;
    this.#state = { authority: options.authority.id, published: [] };
  }

  get state(): PublicationState {
    return this.#state;
  }

  /** Looks now. Resolves when everything that was revoked before this call is published, or that failed. */
  wake(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#timer?.cancel();
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      await this.#attempt();
    }
    this.#running = undefined;
    if (!this.#isStopped) this.#timer = this.#options.timers.set(() => this.wake(), this.#pauseMs());
  }

  async #attempt(): Promise<void> {
    const { context, onChange } = this.#options;
    try {
      if (await this.#publishIfNeeded()) onChange(this.#state);
    } catch (error) {
      const { since = context.now().toISOString(), attempts = 0 } = this.#state.failure ?? {};
      this.#state = { ...this.#state, failure: { since, attempts: attempts + 1, error } };
      onChange(this.#state);
    }
  }

  /** True when there was something to publish. */
  async #publishIfNeeded(): Promise<boolean> {
    const { context, authority, folder } = this.#options;
    const head = (await context.store.auditHead())?.hash;
    const before = await this.#record();
    const isPending = head !== this.#seenHead && (await pendingRevocations(context.store, before)) > 0;
    const isCompleteDue = this.#isDue(before, "complete");
    const isDeltaDue = this.#isDue(before, "delta");
    const hasDeltas = (authority.urls?.deltaCrl ?? []).length > 0;
    const isNeeded = isCompleteDue || isDeltaDue || isPending;
    if (isNeeded) await publishCrls(context, authority, { folder, delta: hasDeltas && !isCompleteDue });
    const after = isNeeded ? await this.#record() : before;
    const hasChanged = isNeeded || this.#state.failure !== undefined;
    this.#state = { authority: authority.id, published: (after.crls ?? NO_CRLS).published };
    this.#seenHead = head;
    return hasChanged;
  }

  async #record(): Promise<AuthorityRecord> {
    const { context, authority } = this.#options;
    const record = (await context.store.authorities()).find(({ id }) => id === authority.id);
    if (record === undefined) throw new PkiError("ERR_STORE_AUTHORITY_UNKNOWN", { id: authority.id });
    return record;
  }

  /** True when a list is missing here, was last put elsewhere, or is in the second half of its period. */
  #isDue(record: AuthorityRecord, kind: PublishedCrl["kind"]): boolean {
    const { context, folder } = this.#options;
    const now = context.now();
    return crlStates(record, now).some(({ planned, published }) => {
      if (planned.kind !== kind) return false;
      const path = resolve(folder, planned.file);
      return published?.file !== path || !existsSync(path) || now.getTime() >= middleOf(published);
    });
  }

  #pauseMs(): number {
    const { failure } = this.#state;
    return failure === undefined
      ? this.#options.pollMs
      : Math.min(FIRST_RETRY_MS * 2 ** (failure.attempts - 1), LAST_RETRY_MS);
  }
}

function middleOf({ thisUpdate, nextUpdate }: PublishedCrl): number {
  return (Date.parse(thisUpdate) + Date.parse(nextUpdate)) / 2;
}
