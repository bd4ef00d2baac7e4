import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { integer, nul, oid, sequence, setOf, text, tlv } from "../../src/asn1/writer.ts";
import { Name } from "../../src/x509/name.ts";
import type { AttributeInput } from "../../src/x509/name-attribute.ts";
import { encodeSigned } from "../../src/x509/signed.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";

const textTypes = [OID.commonName, OID.organizationName, OID.organizationalUnitName, OID.emailAddress, "1.2.3.4"];
const anyAttribute: fc.Arbitrary<AttributeInput> = fc.record({
  type: fc.constantFrom(...textTypes),
  value: fc.string({ unit: "grapheme", maxLength: 20 }),
  tag: fc.constantFrom(TAG.utf8String, TAG.universalString),
});
const anyName = fc
  .array(fc.array(anyAttribute, { minLength: 1, maxLength: 3 }), { maxLength: 5 })
  .map((rdns) => Name.of(rdns));

describe("a name", () => {
  const name = Name.of([
    [{ type: OID.countryName, value: "DE" }],
    [{ type: OID.organizationName, value: "Müller, Söhne" }],
    [
      { type: OID.commonName, value: "old" },
      { type: OID.userId, value: "7" },
    ],
    [{ type: OID.commonName, value: "Web" }],
  ]);

  it("has its parts in encoding order and its text the other way round", () => {
    expect(name.rdns.map((rdn) => rdn.map(({ value }) => value))).toEqual([
      ["DE"],
      ["Müller, Söhne"],
      ["old", "7"],
      ["Web"],
    ]);
    expect(name.toString()).toBe("CN=Web,UID=7+CN=old,O=Müller\\, Söhne,C=DE");
    expect(name.commonName).toBe("Web");
    expect(name.isEmpty).toBe(false);
  });

  it("picks the string types of RFC 5280 appendix A", () => {
    const tags = name.rdns.map((rdn) => rdn[0]?.tag);
    expect(tags).toEqual([TAG.printableString, TAG.utf8String, TAG.utf8String, TAG.utf8String]);
    const mail = Name.fromString("E=a@b.example,DC=example,serialNumber=7,CN=x");
    expect(mail.rdns.flat().map(({ tag }) => tag)).toEqual([
      TAG.utf8String,
      TAG.printableString,
      TAG.ia5String,
      TAG.ia5String,
    ]);
  });

  it("keeps a value that is no string as its DER", () => {
    const odd = Name.parse(sequence(setOf(sequence(oid(OID.commonName), sequence(integer(5))))));
    expect(odd.rdns[0]?.[0]?.value).toBe("#3003020105");
    expect(odd.toString()).toBe("CN=#3003020105");
    expect(Name.fromString(odd.toString()).der).toEqual(odd.der);
  });

  it("may be empty", () => {
    expect(Name.of([])).toMatchObject({ isEmpty: true, key: "", commonName: undefined });
    expect(Name.fromString("").toString()).toBe("");
  });

  it("is read in every string type", () => {
    const tags = [
      TAG.utf8String,
      TAG.printableString,
      TAG.teletexString,
      TAG.bmpString,
      TAG.universalString,
      TAG.visibleString,
    ];
    for (const tag of [...tags, TAG.ia5String]) {
      const parsed = Name.parse(Name.of([[{ type: OID.commonName, value: "Plain text", tag }]]).der);
      expect(parsed.rdns[0]?.[0]).toMatchObject({ tag, value: "Plain text", wellFormed: true });
    }
  });

  it("says when a value breaks its alphabet", () => {
    const starred = Name.of([[{ type: OID.commonName, value: "*.a@b", tag: TAG.printableString }]]);
    expect(starred.rdns[0]?.[0]).toMatchObject({ value: "*.a@b", wellFormed: false });
    const broken = Name.parse(sequence(setOf(sequence(oid(OID.commonName), tlv(TAG.utf8String, Uint8Array.of(0xff))))));
    expect(broken.rdns[0]?.[0]?.wellFormed).toBe(false);
    expect(broken.toString()).toBe("CN=#0c01ff");
  });
});

describe("a malformed name is refused when it is parsed", () => {
  const attribute = sequence(oid(OID.commonName), text(TAG.utf8String, "a"));
  it.each([
    ["no SEQUENCE", setOf(attribute)],
    ["no SET", sequence(attribute)],
    ["an empty SET", sequence(tlv(TAG.set))],
    ["no attribute", sequence(setOf(nul()))],
    ["no value", sequence(setOf(sequence(oid(OID.commonName))))],
    ["two values", sequence(setOf(sequence(oid(OID.commonName), nul(), nul())))],
    ["a type that is no OID", sequence(setOf(sequence(tlv(TAG.oid, Uint8Array.of(0x80)), nul())))],
    ["octets behind it", Buffer.concat([sequence(setOf(attribute)), nul()])],
  ])("%s", (_, der) => {
    expect(() => Name.parse(der)).toThrowError(expect.objectContaining({ code: "ERR_DER" }));
  });
});

describe("RFC 4514 text", () => {
  it("survives both ways", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const again = Name.fromString(name.toString());
        const values = (of: Name) => of.rdns.map((rdn) => rdn.map(({ type, value }) => [type, value]).sort());
        expect(values(again)).toEqual(values(name));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    // The examples of RFC 4514 section 4.
    ["UID=jsmith,DC=example,DC=net", "UID=jsmith,DC=example,DC=net"],
    ["OU=Sales+CN=J.  Smith,DC=example,DC=net", "CN=J.  Smith+OU=Sales,DC=example,DC=net"],
    ['CN=James \\"Jim\\" Smith\\, III,DC=example,DC=net', 'CN=James \\"Jim\\" Smith\\, III,DC=example,DC=net'],
    ["CN=Before\\0dAfter,DC=example,DC=net", "CN=Before\\0dAfter,DC=example,DC=net"],
    ["1.3.6.1.4.1.1466.0=#04024869", "1.3.6.1.4.1.1466.0=#04024869"],
    ["CN=Lu\\C4\\8Di\\C4\\87", "CN=Lučić"],
    // What section 3 allows besides.
    ["cn = a , o = b", "CN=a,O=b"],
    ["OID.2.5.4.3=a;2.5.4.10=b", "CN=a,O=b"],
    ["CN=\\ a\\ ", "CN=\\ a\\ "],
    ["CN=\\#a", "CN=\\#a"],
    ["CN=a\\+b\\<c\\>d\\;e\\\\f=g", "CN=a\\+b\\<c\\>d\\;e\\\\f=g"],
    ["CN=,O=", "CN=,O="],
    ["surname=Doe,GN=Jo,postalCode=1", "SN=Doe,GN=Jo,postalCode=1"],
  ])("%s", (given, canonical) => {
    expect(Name.fromString(given).toString()).toBe(canonical);
  });

  it("hides nothing that steers a terminal or a reader", () => {
    const nasty = Name.of([[{ type: OID.commonName, value: "a\u001b[31mb\u202ec" }]]);
    expect(nasty.toString()).toBe("CN=a\\1b[31mb\\e2\\80\\aec");
    expect(Name.fromString(nasty.toString()).der).toEqual(nasty.der);
  });

  it.each([
    ["CN", "expected an attribute type and = such as CN= at character 1"],
    ["CN=a,", "expected an attribute type and = such as CN= at character 6"],
    ["CN=a+", "expected an attribute type and = such as CN= at character 6"],
    ["=a", "expected an attribute type and = such as CN= at character 1"],
    ["FOO=a", "expected a known attribute type, not FOO at character 5"],
    ['CN=a"b', "expected a comma, or \\ before a character that needs it at character 5"],
    ["CN=a\\", "expected a comma, or \\ before a character that needs it at character 5"],
  ])("%s is refused", (given, why) => {
    expect(() => Name.fromString(given)).toThrowError(
      expect.objectContaining({ code: "ERR_DISTINGUISHED_NAME", facts: { text: given, why } }),
    );
  });

  it("refuses #hex that is no DER", () => {
    expect(() => Name.fromString("CN=#ff")).toThrowError(expect.objectContaining({ code: "ERR_DER" }));
    expect(() => Name.fromString("CN=#05000500")).toThrowError(expect.objectContaining({ code: "ERR_DER" }));
  });

  it("is what OpenSSL prints for the same name", () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const texts = ["CN=Web\\, inner,OU=a+O=b,C=DE", "CN=\\ x\\ ,O=\\#1", "CN=Müller\\+Co,DC=example", 'CN=a\\\\b\\"c'];
    for (const given of texts) {
      const subject = Name.fromString(given);
      const algorithm = sequence(oid(OID.ed25519));
      const tbs = encodeTbsCertificate({
        serial: Uint8Array.of(1),
        signatureAlgorithm: algorithm,
        issuer: subject,
        subject,
        notBefore: new Date("2026-01-01"),
        notAfter: new Date("2027-01-01"),
        spkiDer: publicKey.export({ type: "spki", format: "der" }),
        extensions: [],
      });
      const input = encodeSigned(tbs, algorithm, sign(null, tbs, privateKey));
      const options = ["-nameopt", "RFC2253,-esc_msb,utf8", "-noout", "-subject"];
      const printed = execFileSync("openssl", ["x509", "-inform", "DER", ...options], { input, encoding: "utf8" });
      expect(Name.fromString(printed.trim().replace("subject=", "")).der).toEqual(subject.der);
      expect(printed.trim()).toBe(`subject=${subject}`);
    }
  });
});
