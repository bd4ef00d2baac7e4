import { explanations } from "../verify/explanations/index.ts";
import type { Advice, Fault } from "./fault.ts";

/** Why clients mind a fault and who can do what: its own words, or those of its headline finding. */
export function adviceOf({ id, advice, raises: [headline] }: Fault): Advice {
  if (advice !== undefined) return advice;
  if (headline === undefined) throw new TypeError(`${id} has neither advice nor a finding`);
  return explanations[headline];
}

/** OpenSSL's number for the fault, where it has one. */
export function opensslNumberOf({ raises: [headline] }: Fault): number | undefined {
  return headline === undefined ? undefined : explanations[headline].openssl;
}
