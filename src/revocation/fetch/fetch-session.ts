import type { FreshnessOptions } from "../freshness.ts";
import { type FetchLimits, LIVE_SKEW_MS, usualLimits } from "./fetch-limits.ts";
import { type HttpFetched, httpFetch } from "./http-fetch.ts";

export interface FetchOptions {
  /** The time of the verification; what is fetched must be fresh then. */
  readonly at: Date;
  readonly limits?: Partial<FetchLimits>;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/** Everything that is fetched for one verification: no file twice, and no longer than all together may take. */
export class FetchSession {
  readonly freshness: FreshnessOptions;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
  readonly #files = new Map<string, Promise<HttpFetched>>();

  constructor({ at, limits, signal }: FetchOptions) {
    this.freshness = { at, skewMs: LIVE_SKEW_MS };
    this.limits = { ...usualLimits, ...limits };
    const total = AbortSignal.timeout(this.limits.totalMs);
    this.signal = signal === undefined ? total : AbortSignal.any([total, signal]);
  }

  /** What lies at an address. */
  file(url: string, maxBytes: number): Promise<HttpFetched> {
    const { signal, limits } = this;
    const known = this.#files.get(url) ?? httpFetch(url, { maxBytes, timeoutMs: limits.fileTimeoutMs, signal });
    this.#files.set(url, known);
    return known;
  }
}
