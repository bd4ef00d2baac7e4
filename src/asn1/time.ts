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
  const rest = start + (long ? 4 : 2);
  const short = twoDigits(source, start);
  const year = long ? short * 100 + twoDigits(source, start + 2) : short + (short < 50 ? 2000 : 1900);
  const month = twoDigits(source, rest);
  const day = twoDigits(source, rest + 2);
  const hour = twoDigits(source, rest + 4);
  const minute = twoDigits(source, rest + 6);
  const second = twoDigits(source, rest + 8);
  const isDate = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDate || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
  return (((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

/** So low that it makes a year negative too. */
const NO_NUMBER = -10_000;

function twoDigits(source: Uint8Array, at: number): number {
  const tens = (source[at] as number) - 48;
  const ones = (source[at + 1] as number) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_NUMBER;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** From March 1 of the year 0 of the Gregorian calendar to 1970. */
const DAYS_TO_1970 = 719_468;

// Years count from March, so that the leap day is the last of its year. Date.UTC leaves JavaScript, and takes years below 100 for 19xx.
function daysSince1970(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return years * 365 + leapDays + daysBeforeMonth + day - 1 - DAYS_TO_1970;
}
