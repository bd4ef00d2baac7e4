import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { oid, sequence, setOf, tlv } from "../../src/asn1/writer.ts";
import { Name } from "../../src/x509/name.ts";
import { prepareString } from "../../src/x509/name-preparation.ts";

function cn(value: string, tag: number = TAG.utf8String): Name {
  return Name.of([[{ type: OID.commonName, value, tag }]]);
}

describe("preparation (RFC 4518)", () => {
  it.each([
    ["letters of either case", "ABC", "abc"],
    ["spaces around and between", "  a \t\n b  ", "a b"],
    ["other spaces", "a\u00a0b\u3000c\u2028d", "a b c d"],
    ["soft hyphens, joiners and selectors", "a\u00adb\u034fc\ufe0fd\u180be", "abcde"],
    ["zero width", "a\u200bb\ufeffc\u200d", "abc"],
    ["controls", "a\u0000b\u0007c", "abc"],
    ["compatibility forms", "ﬁ Ⅳ ａ", "fi iv a"],
    ["composed and decomposed", "e\u0301", "é"],
    ["the sharp s", "STRASSE ẞ ß", "strasse ss ss"],
    ["the final sigma", "ΟΔΟΣ", "οδοσ"],
    ["nothing but spaces", "   ", ""],
  ])("%s", (_, given, prepared) => {
    expect(prepareString(given)).toBe(prepared);
  });

  it("is done once: preparing again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (given) => {
        const prepared = prepareString(given);
        expect(prepareString(prepared)).toBe(prepared);
        expect(prepared).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("names match (RFC 5280 section 7.1)", () => {
  it.each([
    ["in another case", cn("Example CA"), cn("EXAMPLE ca")],
    ["in another string type", cn("Example CA"), cn("Example CA", TAG.printableString)],
    ["as BMPString and UTF8String", cn("Bücher", TAG.bmpString), cn("bücher")],
    ["as Latin-1 TeletexString", cn("Bücher", TAG.teletexString), cn("bücher")],
    ["with other spaces", cn(" a  b "), cn("a b")],
    ["with their RDN in another order", Name.fromString("CN=a+OU=b"), Name.fromString("OU=B+CN=A")],
    ["when a PrintableString has letters it may not have", cn("a@b", TAG.printableString), cn("A@b")],
  ])("%s", (_, a, b) => {
    expect(a.equals(b)).toBe(true);
    expect(a.key).toBe(b.key);
  });

  it.each([
    ["of another value", cn("a"), cn("b")],
    ["of another type", cn("a"), Name.of([[{ type: OID.organizationName, value: "a" }]])],
    ["in another order of RDNs", Name.fromString("CN=a,O=b"), Name.fromString("O=b,CN=a")],
    ["one RDN against two", Name.fromString("CN=a+O=b"), Name.fromString("CN=a,O=b")],
    ["with an RDN more", cn("a"), Name.fromString("CN=a,O=b")],
    ["where a value looks like another's DER", cn("#0c01ff"), broken()],
    ["where a value holds a separator", Name.fromString("CN=a\\0a2.5.4.10=b"), Name.fromString("O=b,CN=a")],
    ["where a letter has no dot", cn("ı"), cn("i")],
  ])("not %s", (_, a, b) => {
    expect(a.equals(b)).toBe(false);
  });

  it("octet by octet when a value is no text", () => {
    expect(broken().equals(Name.parse(broken().der))).toBe(true);
    expect(broken().equals(cn("\ufffd"))).toBe(false);
  });
});

describe("subtrees (RFC 5280 section 4.2.1.10)", () => {
  const base = Name.fromString("O=Example,C=DE");

  it.each(["O=Example,C=DE", "CN=a,O=example,C=de", "CN=b,OU=c,O=Example,C=DE"])("%s is within", (name) => {
    expect(Name.fromString(name).isWithin(base)).toBe(true);
  });

  it.each(["C=DE", "O=Example,C=AT", "O=Example2,C=DE", "CN=a,O=Example+OU=x,C=DE", "C=DE,O=Example", ""])(
    "%s is not",
    (name) => {
      expect(Name.fromString(name).isWithin(base)).toBe(false);
    },
  );

  it("everything is within the empty name", () => {
    expect(base.isWithin(Name.of([]))).toBe(true);
    expect(Name.of([]).isWithin(Name.of([]))).toBe(true);
  });
});

function broken(): Name {
  return Name.parse(sequence(setOf(sequence(oid(OID.commonName), tlv(TAG.utf8String, Uint8Array.of(0xff))))));
}
