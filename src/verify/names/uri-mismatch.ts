import type { MismatchReason } from "./name-mismatch.ts";
import { nearestName } from "./nearest-name.ts";
import { type PresentedNames, presentedTexts } from "./presented-names.ts";
import { parseUri } from "./uri-name.ts";

/** A URI against the uniformResourceIdentifiers. Undefined: one of them matches. */
export function uriMismatch(asked: string, presented: PresentedNames): MismatchReason | undefined {
  const names = presentedTexts(presented, (name) => (name.kind === "uri" ? name.value : undefined));
  if (names.some(({ text }) => isSameUri(text, asked))) return undefined;
  const nearest = nearestName(asked, names);
  return { code: "wrong-host", nearest, rule: nearest === undefined ? "none" : "other" };
}

/**
 * Scheme and host decide, the rest of the URI does not (RFC 9525 section 6.5). A URI without a host, and a SPIFFE id (SPIFFE-ID section 2),
 * is a name as a whole.
 */
function isSameUri(presented: string, asked: string): boolean {
  const a = parseUri(presented);
  const b = parseUri(asked);
  if (a === undefined || b === undefined || a.scheme !== b.scheme) return false;
  if (a.scheme === "spiffe" || a.authority === undefined)
    return a.authority?.text === b.authority?.text && a.rest === b.rest;
  return a.authority.host === b.authority?.host;
}
