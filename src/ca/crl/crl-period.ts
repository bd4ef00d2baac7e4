import type { PublishedCrl } from "../../store/published-crl.ts";
import type { Certificate } from "../../x509/certificate.ts";

const DAY_MS = 86_400_000;

/** A client whose clock is a little behind takes the list all the same. */
const BACKDATED_MS = 5 * 60_000;

/** Whole days for which a list speaks unless told. The lists of CAs that certify CAs change rarely, and their keys lie offline. */
const DEFAULT_DAYS = { complete: { issuing: 7, above: 180 }, delta: { issuing: 1, above: 30 } } as const;

export interface CrlPeriod {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
}

export interface CrlPeriodInput {
  readonly kind: PublishedCrl["kind"];
  readonly issuer: Certificate;
  /** No other authority of the store stands below it. */
  readonly isIssuing: boolean;
  readonly days?: number | undefined;
  readonly now: Date;
}

/**
 * From when to when a list speaks (RFC 5280 sections 5.1.2.4 and 5.1.2.5): whole seconds, and not from before its issuer was there. The
 * days that were asked for end with the issuer, since nobody takes the list for good after that.
 */
export function crlPeriod({ kind, issuer, isIssuing, days, now }: CrlPeriodInput): CrlPeriod {
  const usual = now.getTime() + DEFAULT_DAYS[kind][isIssuing ? "issuing" : "above"] * DAY_MS;
  const until = days === undefined ? usual : Math.min(now.getTime() + days * DAY_MS, issuer.notAfter.getTime());
  const backdated = Math.max(now.getTime() - BACKDATED_MS, issuer.notBefore.getTime());
  return {
    thisUpdate: wholeSecond(Math.min(backdated, now.getTime())),
    nextUpdate: wholeSecond(until),
  };
}

function wholeSecond(time: number): Date {
  return new Date(Math.floor(time / 1000) * 1000);
}
