import { hash } from "node:crypto";

/** What stays the same of the headers of something that caches may keep. Names and values alternate, as `writeHead` takes them. */
export interface Cacheable {
  readonly etag: string;
  readonly expires: Date | undefined;
  readonly fixed: readonly string[];
}

export interface CacheableInput {
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: Date;
  /** When something newer is sure to be there. */
  readonly expires: Date | undefined;
}

/** A strong validator (RFC 9110 section 8.8.3). */
export function etagOf(content: Uint8Array): string {
  return `"${hash("sha256", content, "base64url")}"`;
}

export function cacheable({ contentType, etag, lastModified, expires }: CacheableInput): Cacheable {
  const fixed = ["Content-Type", contentType, "ETag", etag, "Last-Modified", lastModified.toUTCString()];
  return { etag, expires, fixed: expires === undefined ? fixed : [...fixed, "Expires", expires.toUTCString()] };
}

/** The headers as of now: caches may keep it until it expires, and not a second longer (RFC 5019 section 6.2). */
export function cacheHeaders({ fixed, expires }: Cacheable, now: Date): string[] {
  return [...fixed, "Cache-Control", expires === undefined ? "no-cache" : untilThen(expires, now)];
}

function untilThen(expires: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((expires.getTime() - now.getTime()) / 1000));
  return `max-age=${seconds}, public, no-transform, must-revalidate`;
}

/** True when the client has it already (RFC 9110 section 13.1.2). */
export function isKnown({ etag }: Cacheable, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((known) => known.trim().replace(/^W\//, "") === etag)
  );
}
