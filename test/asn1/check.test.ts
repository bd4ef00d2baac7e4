import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { DerReader, MAX_DEPTH } from "../../src/asn1/reader.ts";
import { readTree, type TreeNode } from "../../src/asn1/tree.ts";
import { integer, nul, octetString, oid, sequence, setOf, text, tlv } from "../../src/asn1/writer.ts";

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}

describe("checkDer", () => {
  it("finds nothing in DER", () => {
    expect(
      checkDer(sequence(oid("1.2.3"), setOf(integer(5), integer(-5)), octetString(nul()), text(0x0c, "ä"))),
    ).toEqual([]);
  });

  it.each([
    ["nothing at all", "", 0, "there are no octets"],
    ["an indefinite length", "30 80 05 00 00 00", 0, "its length is indefinite"],
    ["a length that is too long", "30 81 02 05 00", 0, "1 length octets say 2, which needs fewer"],
    [
      "a length with a leading zero",
      `04 82 00 80 ${"00".repeat(128)}`,
      0,
      "2 length octets say 128, which needs fewer",
    ],
    ["a cut element deep inside", "30 04 30 02 02 01", 4, "INTEGER says 1 content octets, 0 are there"],
    ["octets behind the end", "05 00 05 00", 2, "2 octets follow the element"],
    ["a BOOLEAN of 01", "30 03 01 01 01", 2, "a BOOLEAN is one octet, 00 or FF"],
    ["a padded INTEGER", "30 04 02 02 00 01", 2, "the INTEGER is not in its shortest form"],
    ["an empty INTEGER", "02 00", 0, "an INTEGER has content"],
    ["a BIT STRING with 8 unused bits", "03 02 08 00", 0, "a BIT STRING begins with the number of unused bits, 0 to 7"],
    ["a BIT STRING with dirty padding", "03 02 01 01", 0, "the unused bits of the BIT STRING are not zero"],
    ["an empty BIT STRING with unused bits", "03 01 03", 0, "an empty BIT STRING has no unused bits"],
    ["a NULL with content", "05 01 00", 0, "NULL has no content"],
    ["an OID that is cut", "06 02 55 84", 0, "an OBJECT IDENTIFIER is whole, each arc in its shortest form"],
    ["an unsorted SET", "31 06 02 01 02 02 01 01", 5, "the SET OF is not sorted"],
    ["a constructed string", "24 04 04 02 00 00", 0, "a constructed OCTET STRING"],
    ["a primitive SEQUENCE", "10 00", 0, "a primitive SEQUENCE"],
    ["a UTCTime without seconds", "17 0b 353030313031303030305a", 0, "lacks seconds or Z"],
    ["a tag number in a long form", "bf 1e 00", 0, "the tag number is not in its shortest form"],
    ["a tag number that is cut", "1f 85", 0, "it is cut off"],
    ["end-of-contents on its own", "30 02 00 00", 2, "end-of-contents belongs to indefinite lengths"],
  ])("finds %s", (_, hex, offset, message) => {
    expect(checkDer(bytes(hex))).toContainEqual({ offset, message: expect.stringContaining(message) });
  });

  it("allows the fraction that DER allows and RFC 5280 does not", () => {
    expect(checkDer(text(0x18, "20260101000000.5Z"))).toEqual([]);
    expect(checkDer(text(0x18, "20260101000000.50Z"))).toHaveLength(1);
  });

  it("goes on after a violation and finds the next", () => {
    expect(checkDer(bytes("30 0a 02 02 00 01 01 01 01 05 01 00")).map(({ offset }) => offset)).toEqual([2, 6, 9]);
  });

  it("stops at the depth limit without a crash", () => {
    let deep = nul();
    for (let level = 0; level < 10_000; level++) deep = sequence(deep);
    expect(checkDer(deep)).toEqual([{ offset: expect.any(Number), message: `more than ${MAX_DEPTH} levels` }]);
    expect(checkDer(bytes("3080".repeat(10_000)))).toContainEqual(
      expect.objectContaining({ message: `more than ${MAX_DEPTH} levels` }),
    );
  });

  it("agrees with the reader on what a whole element is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 24 }), (noise) => {
        const violations = checkDer(noise);
        const reader = DerReader.of(noise);
        const whole = () => {
          reader.next();
          reader.end();
        };
        if (violations.length === 0) expect(whole).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });
});

describe("readTree", () => {
  const outline = (nodes: readonly TreeNode[]): unknown =>
    nodes.map(({ name, offset, children }) =>
      children.length === 0 ? [name, offset] : [name, offset, outline(children)],
    );

  it("shows every element with its place", () => {
    const der = sequence(integer(1), tlv(0xa0, nul()));
    expect(outline(readTree(der))).toEqual([
      [
        "SEQUENCE",
        0,
        [
          ["INTEGER", 2],
          ["[0]", 5, [["NULL", 7]]],
        ],
      ],
    ]);
  });

  it("looks into strings that hold DER, and only into those", () => {
    expect(outline(readTree(octetString(sequence(integer(1)))))).toEqual([
      ["OCTET STRING", 0, [["SEQUENCE", 2, [["INTEGER", 4]]]]],
    ]);
    expect(outline(readTree(octetString(bytes("3003020101ff"))))).toEqual([["OCTET STRING", 0]]);
  });

  it("reads what is not DER, and says so where it stands", () => {
    const [root, next] = readTree(bytes("30 80 02 02 00 01 00 00 05 00"));
    expect(root).toMatchObject({ name: "SEQUENCE", headerLength: 2, problems: ["its length is indefinite"] });
    expect(root?.children[0]?.problems).toEqual(["the INTEGER is not in its shortest form"]);
    expect(next).toMatchObject({ name: "NULL", offset: 8, problems: [] });
    const [cut] = readTree(bytes("30 10 02 01 05"));
    expect(cut?.problems).toEqual(["SEQUENCE says 16 content octets, 3 are there"]);
    expect(cut?.children[0]?.content).toEqual(bytes("05"));
  });

  it("never throws, never ends beyond the bytes, and notes what checkDer finds", () => {
    const ends = (node: TreeNode): number => node.offset + node.headerLength + node.content.length;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        for (const node of readTree(noise)) expect(ends(node)).toBeLessThanOrEqual(noise.length);
      }),
      { numRuns: 5000 },
    );
  });
});
