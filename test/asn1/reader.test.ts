import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex } from "../../src/asn1/bytes.ts";
import { DerReader, MAX_DEPTH } from "../../src/asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG } from "../../src/asn1/tag.ts";
import {
  bitString,
  boolean,
  explicit,
  generalizedTime,
  integer,
  namedBits,
  nul,
  octetString,
  oid,
  retag,
  sequence,
  setOf,
  text,
  time,
  unsignedInteger,
} from "../../src/asn1/writer.ts";

function reader(hex: string): DerReader {
  return DerReader.of(bytes(hex));
}

function bytes(hex: string): Uint8Array {
  return fromHex(hex.replaceAll(" ", "")) as Uint8Array;
}

function derError(facts: Record<string, unknown>): unknown {
  return expect.objectContaining({ code: "ERR_DER", facts: expect.objectContaining(facts) });
}

describe("what the writer writes, the reader reads", () => {
  it("numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 47), max: 2 ** 47 - 1 }), (value) => {
        expect(DerReader.of(integer(value)).integer()).toBe(value);
      }),
    );
  });

  it("integers of any size", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), (value) => {
        expect(DerReader.of(integer(value)).bigInteger()).toBe(value);
      }),
    );
  });

  it("magnitudes, as positive integers", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (magnitude) => {
        const value = BigInt(`0x${Buffer.from(magnitude).toString("hex")}`);
        expect(DerReader.of(unsignedInteger(magnitude)).bigInteger()).toBe(value);
      }),
    );
    expect(unsignedInteger(new Uint8Array())).toEqual(integer(0));
  });

  it("lengths, in the fewest octets", () => {
    const lengths = [0, 1, 127, 128, 255, 256, 65_535, 65_536, 0x100_0000];
    for (const length of lengths) {
      const der = octetString(new Uint8Array(length));
      expect(DerReader.of(der, { maxBytes: der.length }).octetString().length).toBe(length);
      const lengthOctets = length < 128 ? 0 : Math.ceil(length.toString(16).length / 2);
      expect(der.length).toBe(2 + lengthOctets + length);
    }
  });

  it("times of whole seconds", () => {
    const date = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (at) => {
        const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
        expect(DerReader.of(time(whole)).time()).toEqual(whole);
        expect(DerReader.of(generalizedTime(whole)).generalizedTime()).toEqual(whole);
      }),
    );
  });

  it("bits by their numbers", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20)), (bits) => {
        const { bytes: octets, unusedBits } = DerReader.of(namedBits(bits)).bitString();
        const set = [...Array(21).keys()].filter((bit) => (octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7)));
        expect(set).toEqual(bits.toSorted((a, b) => a - b));
        expect(octets.length * 8 - unusedBits).toBe(bits.length === 0 ? 0 : Math.max(...bits) + 1);
      }),
    );
  });

  it("structures", () => {
    const der = sequence(oid("1.2.840.10045.4.3.2"), explicit(0, boolean(true)), retag(0x81, nul()), text(0x0c, "é"));
    const body = DerReader.of(der).sequence();
    expect(body.oid()).toBe("1.2.840.10045.4.3.2");
    expect(body.explicit(0)?.boolean()).toBe(true);
    expect(body.explicit(0)).toBeUndefined();
    expect(body.optional(contextPrimitive(1))?.length).toBe(0);
    expect(body.enterOptional(contextConstructed(2))).toBeUndefined();
    expect(body.next().tag).toBe(TAG.utf8String);
    body.end();
    expect(body.peek()).toBe(-1);
  });
});

describe("zero copy", () => {
  it("returns views of the bytes it was given", () => {
    const der = sequence(octetString(Uint8Array.of(1, 2, 3)));
    const content = DerReader.of(der).sequence().octetString();
    expect(content.buffer).toBe(der.buffer);
    expect(content.byteOffset).toBe(der.byteOffset + 4);
  });

  it("counts offsets in the bytes that an element was read from", () => {
    const element = DerReader.of(sequence(nul(), sequence(integer(5)))).sequence();
    element.next();
    const inner = DerReader.over(element.next());
    expect(() => inner.sequence().boolean()).toThrowError(derError({ offset: 6 }));
  });
});

describe("what is not DER is refused, with a place", () => {
  it.each([
    ["nothing", "", { offset: 0, found: "the end" }],
    ["a tag alone", "30", { expected: "a whole length" }],
    ["an indefinite length", "30 80 00 00", { expected: "a definite length" }],
    ["a length that is cut", "30 82 01", { expected: "a whole length" }],
    ["content that is cut", "30 05 02 01 05", { expected: "5 content octets of SEQUENCE", found: "3" }],
    ["a length of five octets", "04 85 00 00 00 00 01 00", { expected: "a length of at most 4 octets" }],
    ["a giant length", "04 84 ff ff ff ff 00", { expected: "4294967295 content octets of OCTET STRING" }],
    ["a long form for a short length", `04 81 05 ${"00".repeat(5)}`, { expected: "a minimal length" }],
    ["a leading zero in a length", `04 82 00 80 ${"00".repeat(128)}`, { expected: "a minimal length" }],
    ["the reserved length octet", "04 ff 00", { expected: "a length of at most 4 octets" }],
    ["a high tag number in a long form", "1f 80 21 00", { expected: "a minimal tag number" }],
    ["a low tag number in the high form", "1f 1e 00", { expected: "a minimal tag number" }],
    ["a tag number without end", "1f ff ff ff ff ff ff 00", { expected: "a tag number of at most 5 octets" }],
    ["a tag number that is cut", "1f ff", { expected: "a whole length" }],
  ])("%s", (_, hex, facts) => {
    expect(() => reader(hex).next()).toThrowError(derError(facts));
  });

  it.each([
    ["an empty INTEGER", "02 00"],
    ["a padded positive INTEGER", "02 02 00 7f"],
    ["a padded negative INTEGER", "02 02 ff 80"],
  ])("%s", (_, hex) => {
    expect(() => reader(hex).integer()).toThrowError(derError({ offset: 0 }));
  });

  it("an INTEGER too large for a number", () => {
    expect(() => reader("02 07 00 ff ff ff ff ff ff").integer()).toThrowError(derError({ found: "7 octets" }));
    expect(reader("02 07 00 ff ff ff ff ff ff").bigInteger()).toBe(0xffff_ffff_ffffn);
  });

  it.each(["01 01 01", "01 00", "01 02 ff ff"])("a BOOLEAN of %s", (hex) => {
    expect(() => reader(hex).boolean()).toThrowError(derError({ expected: "a BOOLEAN of 00 or FF" }));
  });

  it.each(["03 00", "03 01 01", "03 02 08 00", "03 02 01 01"])("a BIT STRING of %s", (hex) => {
    expect(() => reader(hex).bitString()).toThrowError(derError({ offset: 0 }));
  });

  it("a NULL with content", () => {
    expect(() => reader("05 01 00").null()).toThrowError(derError({ found: "1 octets" }));
  });

  it.each(["06 00", "06 01 80", "06 02 55 80", "06 03 55 80 01"])("an OBJECT IDENTIFIER of %s", (hex) => {
    expect(() => reader(hex).oid()).toThrowError(derError({ expected: "an OBJECT IDENTIFIER" }));
  });

  it("a SET OF that is unsorted or empty", () => {
    const read = (hex: string) => reader(hex).setOf("values", (item) => item.integer());
    expect(read("31 06 02 01 01 02 01 02")).toEqual([1, 2]);
    expect(() => read("31 06 02 01 02 02 01 01")).toThrowError(derError({ offset: 5, expected: "a sorted SET OF" }));
    expect(() => read("31 00")).toThrowError(derError({ found: "the end" }));
    const sorted = setOf(integer(9), integer(3), integer(500));
    expect(DerReader.of(sorted).setOf("values", (item) => item.integer())).toEqual([3, 9, 500]);
  });

  it("an element of another type, by both names", () => {
    expect(() => reader("04 00").expect(TAG.sequence, "a Certificate")).toThrowError(
      derError({ expected: "a Certificate (SEQUENCE)", found: "OCTET STRING" }),
    );
    expect(() => reader("30 02 05 00").sequence().end("the end of it")).toThrowError(
      derError({ expected: "the end of it", found: "NULL" }),
    );
  });

  it("a time that is no UTCTime or GeneralizedTime", () => {
    expect(() => DerReader.of(integer(5)).time("notBefore")).toThrowError(derError({ found: "INTEGER" }));
  });
});

describe("bounds", () => {
  it("refuses more bytes than the limit before it reads them", () => {
    expect(() => DerReader.of(new Uint8Array(11), { maxBytes: 10 })).toThrowError(
      expect.objectContaining({ code: "ERR_DER_TOO_LARGE", facts: { size: 11, limit: 10 } }),
    );
  });

  it("refuses deeper nesting than the limit, however deep it goes", () => {
    let der = nul();
    for (let level = 0; level < 10_000; level++) der = sequence(der);
    let depth = 0;
    const descend = (at: DerReader): void => {
      depth++;
      descend(at.sequence());
    };
    expect(() => descend(DerReader.of(der))).toThrowError(derError({ expected: `at most ${MAX_DEPTH} levels` }));
    expect(depth).toBe(MAX_DEPTH + 1);
  });

  it("never goes past the end of any bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        const at = DerReader.of(noise);
        try {
          while (!at.atEnd) expect(at.next().end).toBeLessThanOrEqual(noise.length);
        } catch (error) {
          expect(error).toMatchObject({ code: "ERR_DER" });
        }
      }),
    );
  });

  it("refuses a structure cut at each offset", () => {
    const whole = sequence(oid("1.2.3"), sequence(integer(300), bitString(Uint8Array.of(1, 2))), text(0x0c, "text"));
    for (let length = 0; length < whole.length; length++)
      expect(() => DerReader.of(whole.subarray(0, length)).next()).toThrowError(derError({}));
  });
});
