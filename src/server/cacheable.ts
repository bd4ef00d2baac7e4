import { hash } from "node:crypto";

export interface CacheableInput {
  readonly contentType: string;
  /** Octets. */
  readonly length: number;
  readonly etag: string;
  readonly lastModified: Date;
  /** When something newer is sure to be there. */
  readonly expires: Date | undefined;
  /** How long it may be kept before somebody asks again, if that is shorter. Seconds. */
  readonly maxAge?: number;
}

/** Something that caches may keep until it expires, and not a second longer (RFC 5019 section 6.2). */
export class Cacheable {
  readonly #etag: string;
  readonly #expiresMs: number;
  readonly #maxAge: number;
  readonly #fixed: readonly string[];
  #headers: string[] = [];
  #headersUntilMs = 0;

  constructor(input: CacheableInput) {
    const { contentType, length, etag, lastModified, expires, maxAge = Number.POSITIVE_INFINITY } = input;
    const fixed = ["Content-Type", contentType, "Content-Length", String(length), "ETag", etag];
    const times = ["Last-Modified", lastModified.toUTCString()];
    if (expires !== undefined) times.push("Expires", expires.toUTCString());
    this.#etag = etag;
    this.#expiresMs = expires?.getTime() ?? Number.POSITIVE_INFINITY;
    this.#maxAge = maxAge;
    this.#fixed = [...fixed, ...times];
  }

  /** Names and values in turn, as `writeHead` takes them. They change once a second. */
  headers(nowMs: number): string[] {
    if (nowMs < this.#headersUntilMs && nowMs >= this.#headersUntilMs - 1000) return this.#headers;
    const seconds = Math.max(0, Math.min(Math.floor((this.#expiresMs - nowMs) / 1000), this.#maxAge));
    this.#headers = [...this.#fixed, "Cache-Control", `max-age=${seconds}, public, no-transform, must-revalidate`];
    this.#headersUntilMs = (Math.floor(nowMs / 1000) + 1) * 1000;
    return this.#headers;
  }

  /** True when the client has it already (RFC 9110 section 13.1.2). */
  isKnown(ifNoneMatch: string | undefined): boolean {
    if (ifNoneMatch === undefined) return false;
    const known = ifNoneMatch.split(",").map((etag) => etag.trim().replace(/^W\//, ""));
    return known.includes("*") || known.includes(this.#etag);
  }
}

/** A strong validator (RFC 9110 section 8.8.3). */
export function etagOf(content: Uint8Array): string {
  return `"${hash("sha256", content, "base64url")}"`;
}
