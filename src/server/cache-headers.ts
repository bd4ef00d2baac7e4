import { hash } from "node:crypto";

/** What stays the same of the headers of something that caches may keep. Names and values alternate, as `writeHead` takes them. */
export interface Cacheable {
  readonly etag: string;
  readonly expires: Date | undefined;
  readonly maxAge: number;
  readonly fixed: readonly string[];
}

export interface CacheableInput {
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: Date;
  /** When something newer is sure to be there. */
  readonly expires: Date | undefined;
  /** How long it may be kept before somebody asks again, if that is shorter. Seconds. */
  readonly maxAge?: number;
}

/** A strong validator (RFC 9110 section 8.8.3). */
export function etagOf(content: Uint8Array): string {
  return `"${hash("sha256", content, "base64url")}"`;
}

export function cacheable(input: CacheableInput): Cacheable {
  const { contentType, etag, lastModified, expires, maxAge = Number.POSITIVE_INFINITY } = input;
  const fixed = ["Content-Type", contentType, "ETag", etag, "Last-Modified", lastModified.toUTCString()];
  const ending = expires === undefined ? [] : ["Expires", expires.toUTCString()];
  return { etag, expires, maxAge, fixed: [...fixed, ...ending] };
}

/** The headers as of now: caches may keep it until it expires, and not a second longer (RFC 5019 section 6.2). */
export function cacheHeaders({ fixed, expires, maxAge }: Cacheable, now: Date): string[] {
  const left = expires === undefined ? maxAge : Math.floor((expires.getTime() - now.getTime()) / 1000);
  const seconds = Math.max(0, Math.min(left, maxAge));
  return [...fixed, "Cache-Control", `max-age=${seconds}, public, no-transform, must-revalidate`];
}

/** True when the client has it already (RFC 9110 section 13.1.2). */
export function isKnown({ etag }: Cacheable, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((known) => known.trim().replace(/^W\//, "") === etag)
  );
}
