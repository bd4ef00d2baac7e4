import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DerReader } from "../../src/asn1/reader.ts";
import { decodeString, encodeString, isPrintable, isStringTag, readString } from "../../src/asn1/string-type.ts";
import { TAG } from "../../src/asn1/tag.ts";

function roundTrip(tag: number, text: string): unknown {
  return decodeString(tag, DerReader.of(encodeString(tag, text)).expect(tag).content);
}

const anyText = fc.string({ unit: "grapheme" });
const bmpText = fc.string({ unit: fc.integer({ min: 0, max: 0xd7ff }).map((point) => String.fromCodePoint(point)) });
const latin1Text = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((point) => String.fromCodePoint(point)) });

describe("string types", () => {
  it.each([
    ["UTF8String", TAG.utf8String, anyText],
    ["UniversalString", TAG.universalString, anyText],
    ["BMPString", TAG.bmpString, bmpText],
    ["TeletexString, as Latin-1", TAG.teletexString, latin1Text],
  ])("%s survives both ways", (_, tag, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(roundTrip(tag, text)).toEqual({ text, wellFormed: true });
      }),
    );
  });

  it.each([
    [TAG.printableString, "Az09 '()+,-./:=?", "a@b"],
    [TAG.numericString, "0 9", "1a"],
    [TAG.ia5String, "\u0000~", "é"],
    [TAG.visibleString, " ~", "\n"],
  ])("tag %i has an alphabet", (tag, good, bad) => {
    expect(roundTrip(tag, good)).toEqual({ text: good, wellFormed: true });
    expect(roundTrip(tag, bad)).toEqual({ text: bad, wellFormed: false });
    expect(() => readString(DerReader.of(encodeString(tag, bad)), tag)).toThrowError(
      expect.objectContaining({ code: "ERR_DER" }),
    );
  });

  it("reads octets that are no characters, and says so", () => {
    expect(decodeString(TAG.utf8String, Uint8Array.of(0x61, 0xff))).toEqual({ text: "a\ufffd", wellFormed: false });
    expect(decodeString(TAG.utf8String, Buffer.from("\ufffd"))).toEqual({ text: "\ufffd", wellFormed: true });
    expect(decodeString(TAG.bmpString, Uint8Array.of(0, 0x61, 0))).toEqual({ text: "a", wellFormed: false });
    expect(decodeString(TAG.universalString, Uint8Array.of(0x7f, 0, 0, 0))).toEqual({
      text: "\ufffd",
      wellFormed: false,
    });
    expect(decodeString(TAG.universalString, Uint8Array.of(0, 0, 0))).toEqual({ text: "", wellFormed: false });
  });

  it("knows which tags are strings", () => {
    expect(isStringTag(TAG.bmpString)).toBe(true);
    expect(isStringTag(TAG.octetString)).toBe(false);
    expect(decodeString(TAG.octetString, new Uint8Array())).toBeUndefined();
    expect(() => encodeString(TAG.octetString, "a")).toThrowError(TypeError);
    expect(isPrintable("Example GmbH")).toBe(true);
    expect(isPrintable("Müller")).toBe(false);
  });
});
