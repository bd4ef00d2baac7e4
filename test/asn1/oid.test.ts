import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../../src/asn1/bytes.ts";
import { decodeOid, encodeOid } from "../../src/asn1/oid.ts";
import { attributeKeyword, OID, oidName, oidOf, oidWords } from "../../src/asn1/oids.ts";

const anyOid = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constantFrom(0n, 1n), fc.bigInt(0n, 39n)),
      fc.tuple(fc.constant(2n), fc.bigInt(0n, 2n ** 100n)),
    ),
    fc.array(fc.bigInt(0n, 2n ** 125n), { maxLength: 12 }),
  )
  .map(([first, rest]) => [...first, ...rest].join("."));

describe("object identifiers", () => {
  it("survive both ways, arcs of any size", () => {
    fc.assert(
      fc.property(anyOid, (dotted) => {
        expect(decodeOid(encodeOid(dotted))).toBe(dotted);
      }),
    );
  });

  it.each([
    ["2.5.4.3", "550403"],
    ["1.2.840.113549", "2a864886f70d"],
    ["2.999.3", "883703"],
    ["0.0", "00"],
    ["2.47", "7f"],
    ["2.48", "8100"],
    ["2.25.329800735698586629295641978511506172918", "6983f09da7ebcfdee0c7a1a7b2c0948cc8f9d776"],
  ])("%s is %s, as the standard and other tools write it", (dotted, hex) => {
    expect(toHex(encodeOid(dotted))).toBe(hex);
    expect(decodeOid(Buffer.from(hex, "hex"))).toBe(dotted);
  });

  it.each([
    "",
    "1",
    "1.40",
    "0.40",
    "3.1",
    "1.2.",
    ".1.2",
    "1..2",
    "1.02",
    "1.-2",
    "1.2 ",
    "CN",
    `1.${"9".repeat(40)}`,
  ])("%j is refused", (text) => {
    expect(() => encodeOid(text)).toThrowError(expect.objectContaining({ code: "ERR_OID" }));
  });

  it("are read from a part of larger bytes", () => {
    expect(decodeOid(Buffer.from("0603550403ff", "hex"), 2, 5)).toBe("2.5.4.3");
  });
});

describe("the table of known identifiers", () => {
  const names = Object.entries(OID);

  it("holds each identifier once, all well formed", () => {
    expect(new Set(Object.values(OID)).size).toBe(names.length);
    for (const [, dotted] of names) expect(decodeOid(encodeOid(dotted))).toBe(dotted);
  });

  it("goes from name to identifier and back", () => {
    for (const [name, dotted] of names) {
      expect(oidOf(name.toUpperCase())).toBe(dotted);
      expect(oidName(dotted)).toBe(name);
      expect(oidWords(dotted)).not.toBe(dotted);
    }
    expect(oidName("1.2.3.4")).toBeUndefined();
    expect(oidWords("1.2.3.4")).toBe("1.2.3.4");
    expect(oidOf("nothing")).toBeUndefined();
    expect(oidOf("constructor")).toBeUndefined();
  });

  it("has the keywords of RFC 4514 section 3", () => {
    const keywords = { CN: "2.5.4.3", L: "2.5.4.7", ST: "2.5.4.8", O: "2.5.4.10", OU: "2.5.4.11", C: "2.5.4.6" };
    const more = { STREET: "2.5.4.9", DC: "0.9.2342.19200300.100.1.25", UID: "0.9.2342.19200300.100.1.1" };
    for (const [keyword, dotted] of Object.entries({ ...keywords, ...more })) {
      expect(attributeKeyword(dotted)).toBe(keyword);
      expect(oidOf(keyword.toLowerCase())).toBe(dotted);
    }
  });

  it("agrees with OpenSSL on what it knows too", () => {
    const rows = execFileSync("openssl", ["list", "-objects"], { encoding: "utf8" }).split("\n");
    const openssl = new Map(
      rows.map((row) => /^(?:.+? = )?(.+), ([\d.]+)$/.exec(row.trim()) ?? []).map((m) => [m[2], m[1]]),
    );
    const renamed = /[^a-z0-9]/gi;
    const checked = names.filter(([name, dotted]) => {
      const theirs = openssl.get(dotted)?.replace(renamed, "").toLowerCase();
      return theirs !== undefined && theirs === name.toLowerCase();
    });
    expect(checked.length).toBeGreaterThan(60);
    for (const [name] of names) {
      const theirs = [...openssl].find(([, word]) => word === name);
      if (theirs) expect(theirs[0], name).toBe(OID[name as keyof typeof OID]);
    }
  });
});
