import { TAG } from "./tag.ts";

/**
 * Content octets of a UTCTime or GeneralizedTime to milliseconds since 1970, or undefined when the form is not the one that
 * RFC 5280 section 4.1.2.5 demands: seconds present, `Z`, no fraction, a real calendar date.
 */
export function decodeTime(
  tag: number,
  source: Uint8Array,
  start = 0,
  end: number = source.length,
): number | undefined {
  const long = tag === TAG.generalizedTime;
  const digits = long ? 14 : 12;
  if (end - start !== digits + 1 || source[start + digits] !== 0x5a) return undefined;
  const field = (at: number): number => {
    const tens = (source[start + at] as number) - 48;
    const ones = (source[start + at + 1] as number) - 48;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
  };
  const rest = long ? 4 : 2;
  const short = field(0);
  const year = long ? short * 100 + field(2) : short + (short < 50 ? 2000 : 1900);
  const month = field(rest);
  const day = field(rest + 2);
  const hour = field(rest + 4);
  const minute = field(rest + 6);
  const second = field(rest + 8);
  const ms = utc(year, month - 1, day, hour, minute, second);
  const inRange = month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59;
  return inRange && day <= daysIn(year, month) && Number.isFinite(ms) ? ms : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  if (year >= 100) return Date.UTC(year, month, day, hour, minute, second);
  return new Date(Date.UTC(2000, month, day, hour, minute, second)).setUTCFullYear(year, month, day); // Date.UTC(99) is 1999
}
