import { PkiError } from "../../errors/pki-error.ts";
import { LIVE_SKEW_MS } from "../../revocation/fetch/fetch-limits.ts";
import type { Input } from "../commands.ts";

/** What may be fetched from where certificates say. */
export interface WhatToAsk {
  /** From OCSP responders and as CRLs. */
  readonly revocation: boolean;
  /** The certificates of missing issuers. */
  readonly issuers: boolean;
  /** How far the clocks of those who answer may be ahead. Milliseconds. */
  readonly skewMs: number;
}

/**
 * A file is judged without a word to anybody, unless --revocation or --aia asks for it. Who names a server wants the network used. What is
 * fetched speaks of now, so with --at nothing is. docs/decisions/0004 says why.
 */
export function whatToAsk({ revocation, aia, offline, at }: Input<"verify">, isServer: boolean): WhatToAsk {
  if (aia && offline)
    throw new PkiError("ERR_USAGE", {
      problem: "--aia fetches and --offline forbids it",
      advice: "leave one of them out",
    });
  const isLive = !offline && at === undefined;
  const isAsked = revocation === undefined ? isServer : revocation !== "off";
  return { revocation: isLive && isAsked, issuers: aia, skewMs: isServer ? LIVE_SKEW_MS : 0 };
}
