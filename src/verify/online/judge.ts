import type { FetchOptions } from "../../revocation/fetch/fetch-session.ts";
import type { VerifyResult } from "../result.ts";
import type { VerifyOptions } from "../verify-options.ts";

/** Verifies the certificates at hand with these options. */
export type Judge = (options: VerifyOptions) => VerifyResult;

/** Options at a fixed time, and what fetching may take. */
export type OnlineOptions = VerifyOptions & FetchOptions;

/** True when the path ends at a certificate that the caller trusts. */
export function isAnchored({ path }: VerifyResult): boolean {
  return path.at(-1)?.from === "trust";
}
