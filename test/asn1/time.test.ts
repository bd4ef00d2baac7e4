import { describe, expect, it } from "vitest";
import { TAG } from "../../src/asn1/tag.ts";
import { decodeTime } from "../../src/asn1/time.ts";
import { text, time } from "../../src/asn1/writer.ts";

function decode(tag: number, text: string): string | undefined {
  const ms = decodeTime(tag, Buffer.from(text, "latin1"));
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

describe("times", () => {
  it.each([
    ["500101000000Z", "1950-01-01T00:00:00.000Z"],
    ["491231235959Z", "2049-12-31T23:59:59.000Z"],
    ["000229120000Z", "2000-02-29T12:00:00.000Z"],
  ])("UTCTime %s lies in the century that RFC 5280 says", (text, iso) => {
    expect(decode(TAG.utcTime, text)).toBe(iso);
  });

  it.each([
    ["20500101000000Z", "2050-01-01T00:00:00.000Z"],
    ["99991231235959Z", "9999-12-31T23:59:59.000Z"],
    ["00500101000000Z", "0050-01-01T00:00:00.000Z"],
    ["00000229000000Z", "0000-02-29T00:00:00.000Z"],
  ])("GeneralizedTime %s", (text, iso) => {
    expect(decode(TAG.generalizedTime, text)).toBe(iso);
  });

  it.each([
    "5001010000Z",
    "500101000000",
    "500101000000+0000",
    "500101000000z",
    "501301000000Z",
    "500001000000Z",
    "500100000000Z",
    "500132000000Z",
    "500431000000Z",
    "010229000000Z",
    "500101240000Z",
    "500101006000Z",
    "500101000060Z",
    "5001 1000000Z",
    "-00101000000Z",
    "50010100000:Z",
    "",
  ])("UTCTime %j is refused", (text) => {
    expect(decode(TAG.utcTime, text)).toBeUndefined();
  });

  it.each(["20500101000000.5Z", "205001010000Z", "19000229000000Z", "20500101000000-0100", "500101000000Z"])(
    "GeneralizedTime %j is refused",
    (text) => {
      expect(decode(TAG.generalizedTime, text)).toBeUndefined();
    },
  );

  it("are written as UTCTime from 1950 through 2049 and as GeneralizedTime else, fractions cut", () => {
    expect(time(new Date("2049-12-31T23:59:59.999Z"))).toEqual(text(TAG.utcTime, "491231235959Z"));
    expect(time(new Date("2050-01-01T00:00:00Z"))).toEqual(text(TAG.generalizedTime, "20500101000000Z"));
    expect(time(new Date("1950-01-01T00:00:00Z"))).toEqual(text(TAG.utcTime, "500101000000Z"));
    expect(time(new Date("2001-02-03T04:05:06Z"))).toEqual(text(TAG.utcTime, "010203040506Z"));
    expect(time(new Date("1949-12-31T23:59:59Z"))).toEqual(text(TAG.generalizedTime, "19491231235959Z"));
    expect(() => time(new Date(Number.NaN))).toThrow(RangeError);
  });
});
