import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { toHex } from "../../src/asn1/bytes.ts";
import { checkDer } from "../../src/asn1/check.ts";
import { derFromText } from "../../src/asn1/text-form.ts";

describe("the text form of ASN.1", () => {
  it.each([
    ["NULL", "0500"],
    ["BOOLEAN TRUE", "0101ff"],
    ["BOOLEAN FALSE", "010100"],
    ["INTEGER -129", "0202ff7f"],
    ["INTEGER 0x00ff", "020200ff"],
    ["ENUMERATED 4", "0a0104"],
    ["OID serverAuth", "06082b06010505070301"],
    ["OBJECT IDENTIFIER 2.5.4.3", "0603550403"],
    ['UTF8String "ä ""b"""', "0c07c3a420226222".replace("0c07", "0c06")],
    ['BMPString "é"', "1e0200e9"],
    ["OCTET STRING 0xC0FFEE", "0403c0ffee"],
    ['OCTET STRING "abc"', "0403616263"],
    ["OCTET STRING { INTEGER 1 NULL }", "04050201010500"],
    ["BIT STRING 0x80", "03020080"],
    ["SEQUENCE {}", "3000"],
    ["SEQUENCE { INTEGER 1, INTEGER 2 }", "3006020101020102"],
    ["SET { INTEGER 2, INTEGER 1 }", "3106020101020102"],
    ['[0] UTF8String "a"', "a0030c0161"],
    ['[0] EXPLICIT IA5String "a"', "a003160161"],
    ['[1]IMPLICIT PrintableString "a"', "810161"],
    ["[2] IMPLICIT SEQUENCE { NULL }", "a2020500"],
    ['GeneralizedTime "20500101000000Z"', "180f32303530303130313030303030305a"],
  ])("%s", (form, hex) => {
    expect(toHex(derFromText(form))).toBe(hex);
    expect(checkDer(derFromText(form))).toEqual([]);
  });

  it("says what OpenSSL reads back", () => {
    const der = derFromText('SEQUENCE { OID 1.2.840.113549, SET { INTEGER 5, UTF8String "x" }, [3] NULL }');
    const lines = execFileSync("openssl", ["asn1parse", "-inform", "DER"], { input: der, encoding: "utf8" });
    expect(
      lines.match(/(?:prim|cons): (.+?)\s*(?::|$)/gm)?.map((line) => line.replace(/^\w+: |\s*:?$/g, "").trim()),
    ).toEqual(["SEQUENCE", "OBJECT", "SET", "INTEGER", "UTF8STRING", "cont [ 3 ]", "NULL"]);
  });

  it.each([
    ["", 1, "the end"],
    ["FOO 1", 1, "FOO 1"],
    ["SEQUENCE INTEGER 1", 10, "INTEGER 1"],
    ["SEQUENCE { INTEGER 1", 21, "the end"],
    ["INTEGER x", 9, "x"],
    ["UTF8String abc", 12, "abc"],
    ['UTF8String "abc', 12, '"abc'],
    ["OCTET STRING 0xABC", 19, "the end"],
    ["[31] NULL", 4, "] NULL"],
    ["[x] NULL", 2, "x] NULL"],
    ["NULL NULL", 6, "NULL"],
    ["INTEGERS 5", 1, "INTEGERS 5"],
  ])("%j is refused at character %i", (form, at, found) => {
    expect(() => derFromText(form)).toThrowError(
      expect.objectContaining({ code: "ERR_ASN1_TEXT", facts: expect.objectContaining({ at, found }) }),
    );
  });

  it("refuses an object identifier that nobody knows", () => {
    expect(() => derFromText("OID fooBar")).toThrowError(expect.objectContaining({ code: "ERR_OID" }));
  });

  it("refuses endless nesting", () => {
    expect(() => derFromText("SEQUENCE {".repeat(10_000))).toThrowError(
      expect.objectContaining({ code: "ERR_ASN1_TEXT" }),
    );
  });
});
