import { sequence, time } from "../../asn1/writer.ts";
import type { CertificateRequest } from "../certificate-request.ts";
import type { Issuer } from "../issuer.ts";
import type { ValidityTerms } from "../profile.ts";

const SECOND_MS = 1000;
const DAY_SECONDS = 86_400;
/** 9999-12-31T23:59:59Z, the last time that a certificate can say (RFC 5280 section 4.1.2.5). */
const LAST_MS: number = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * The DER of the period of a certificate that is issued at `now`. It counts from notBefore, which lies `backdate` in the past but not
 * before the issuer's own; its last second is inside, so notAfter is one second short of the full period.
 * @see RFC 5280 section 4.1.2.5
 */
export function compileValidity(
  terms: ValidityTerms,
  issuer: Issuer,
): (request: CertificateRequest, now: Date) => Uint8Array {
  const first = issuer.certificate?.notBefore.getTime() ?? 0;
  const last = (terms.outlivesIssuer === "clamp" ? issuer.certificate?.notAfter.getTime() : undefined) ?? LAST_MS;
  const encode = rememberLast((start, end) => sequence(time(new Date(start)), time(new Date(end))));
  return ({ days, notBefore, notAfter }, now) => {
    const start = wholeSecond(notBefore?.getTime() ?? Math.max(now.getTime() - terms.backdate * SECOND_MS, first));
    const seconds = days === undefined ? terms.default : days * DAY_SECONDS;
    const end = wholeSecond(notAfter?.getTime() ?? start + (seconds - 1) * SECOND_MS);
    if (Number.isNaN(start + end))
      throw new TypeError("days, notBefore and notAfter have to be real numbers and dates");
    return encode(start, Math.min(end, last, LAST_MS));
  };
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

/** Certificates of one second mostly share their period. */
function rememberLast(encode: (start: number, end: number) => Uint8Array): (start: number, end: number) => Uint8Array {
  let start = Number.NaN;
  let end = Number.NaN;
  let der: Uint8Array = new Uint8Array();
  return (nextStart, nextEnd) => {
    if (start !== nextStart || end !== nextEnd) {
      der = encode(nextStart, nextEnd);
      start = nextStart;
      end = nextEnd;
    }
    return der;
  };
}
