/** How old information may be that does not say when it ends: what Chromium allows. Milliseconds. */
const MAX_AGE_WITHOUT_NEXT_UPDATE = 7 * 24 * 60 * 60 * 1000;

/** When a CRL or an OCSP response was true, and until when it speaks. */
export interface UpdatePeriod {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
}

export interface FreshnessOptions {
  readonly at: Date;
  /** Refuse what is older, whatever its nextUpdate says. Milliseconds. */
  readonly maxAgeMs?: number;
  /** How far ahead it may be dated: the clocks of those who sign just now differ from ours. Milliseconds; 0 unless told. */
  readonly skewMs?: number;
}

/** Why information cannot be relied on at this time. */
export interface Staleness {
  readonly kind: "ahead" | "past";
  readonly detail: string;
}

/** Undefined: it is fresh. Both ends of the period are inside (RFC 5280 section 5.1.2, RFC 6960 section 4.2.2.1). */
export function staleness({ thisUpdate, nextUpdate }: UpdatePeriod, options: FreshnessOptions): Staleness | undefined {
  const { at, maxAgeMs = nextUpdate === undefined ? MAX_AGE_WITHOUT_NEXT_UPDATE : undefined } = options;
  if (isAhead(thisUpdate, options))
    return { kind: "ahead", detail: `its thisUpdate, ${thisUpdate.toISOString()}, lies ahead` };
  if (nextUpdate !== undefined && nextUpdate < at)
    return { kind: "past", detail: `its nextUpdate, ${nextUpdate.toISOString()}, has passed` };
  if (maxAgeMs !== undefined && at.getTime() - thisUpdate.getTime() > maxAgeMs)
    return { kind: "past", detail: `its thisUpdate, ${thisUpdate.toISOString()}, is too long ago` };
  return undefined;
}

/** True when the time is yet to come, further than clocks differ. */
export function isAhead(time: Date, { at, skewMs = 0 }: FreshnessOptions): boolean {
  return time.getTime() > at.getTime() + skewMs;
}
