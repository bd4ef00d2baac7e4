import type { SignatureVerdict } from "../../keys/verify-signature.ts";
import type { PoolEntry } from "./certificate-pool.ts";

/**
 * What one certificate's signature by the next is worth. `unsigned`: the caller said that the leaf is not signed yet. `not-yet`: the key
 * inherits its parameters, so that it is not known before the path is whole. `unchecked`: there was no other issuer to choose, so that the
 * check can wait until the path is whole; of a path that was given up it stays so. `malformed`: the signature or its algorithm cannot be read.
 */
export type LinkVerdict = SignatureVerdict | "unsigned" | "not-yet" | "unchecked" | "malformed";

/**
 * Why a path ends where it ends.
 * - `anchor`: at a trust anchor.
 * - `not-a-root`: at a trusted certificate that is not self-signed, where partial chains are not allowed.
 * - `self-signed`: at a self-signed certificate that is not trusted.
 * - `gap`: the next issuer is not there, and something lies between it and the roots.
 * - `no-root`: the next issuer is not there; a root, as far as one can tell.
 * - `loop`: all issuers are on the path already.
 * - `too-deep`: the limit of intermediates is reached.
 * - `given-up`: what is there is bad enough, and another way was better.
 */
export type PathEnd = "anchor" | "not-a-root" | "self-signed" | "gap" | "no-root" | "loop" | "too-deep" | "given-up";

/** A path from the leaf upwards, whole or as far as it got. */
export interface CandidatePath {
  /** Leaf first. */
  readonly entries: readonly PoolEntry[];
  /** `links[i]`: the signature on `entries[i]`, checked with the key of `entries[i + 1]`. */
  readonly links: readonly LinkVerdict[];
  readonly end: PathEnd;
}
