import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { DerReader } from "../../src/asn1/reader.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { integer, nul, octetString, sequence, text, tlv } from "../../src/asn1/writer.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import {
  encodeGeneralName,
  encodeGeneralNames,
  type GeneralName,
  parseGeneralName,
  parseGeneralNames,
} from "../../src/x509/general-name.ts";
import { generalNameFromText } from "../../src/x509/general-name-from-text.ts";
import { generalNameText } from "../../src/x509/general-name-text.ts";
import { Name } from "../../src/x509/name.ts";
import { otherNameText } from "../../src/x509/other-name.ts";
import { sampleCertificate } from "./sample-certificate.ts";

const forms: readonly (readonly [string, GeneralName, string])[] = [
  ["dNSName", { kind: "dns", value: "*.example.com" }, "DNS:*.example.com"],
  ["rfc822Name", { kind: "email", value: "a@b.example" }, "email:a@b.example"],
  ["uniformResourceIdentifier", { kind: "uri", value: "spiffe://a/b" }, "URI:spiffe://a/b"],
  ["iPAddress of version 4", { kind: "ip", bytes: Uint8Array.of(192, 0, 2, 1) }, "IP:192.0.2.1"],
  [
    "iPAddress of version 6",
    { kind: "ip", bytes: Uint8Array.from([0x20, 1, 0xd, 0xb8, ...Array(12).fill(0)]) },
    "IP:2001:db8::",
  ],
  ["iPAddress with a mask", { kind: "ip", bytes: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }, "IP:10.0.0.0/8"],
  ["iPAddress of a wrong length", { kind: "ip", bytes: Uint8Array.of(1, 2, 3) }, "IP:#010203"],
  ["directoryName", { kind: "directoryName", name: Name.fromString("CN=a,C=DE") }, "dirName:CN=a,C=DE"],
  ["registeredID", { kind: "registeredId", oid: "1.2.3" }, "RID:1.2.3"],
  [
    "otherName with text",
    { kind: "otherName", oid: OID.userPrincipalName, valueDer: text(TAG.utf8String, "a@b") },
    "otherName:userPrincipalName:a@b",
  ],
  ["otherName without", { kind: "otherName", oid: "1.2.3", valueDer: integer(5) }, "otherName:1.2.3:#020105"],
  ["x400Address", { kind: "x400Address", der: tlv(0xa3, nul()) }, "X400Name:#a3020500"],
  ["ediPartyName", { kind: "ediPartyName", der: tlv(0xa5, nul()) }, "EdiPartyName:#a5020500"],
];

describe("general names", () => {
  it.each(forms)("%s survives both ways", (_, name, line) => {
    const again = parseGeneralName(DerReader.of(encodeGeneralName(name)));
    expect(encodeGeneralName(again)).toEqual(encodeGeneralName(name));
    expect(generalNameText(again)).toBe(line);
    if (again.kind !== "directoryName") expect(again).toEqual(name);
  });

  it("are what node:crypto prints", () => {
    const names = forms
      .map(([, name]) => name)
      .filter(({ kind }) => !["x400Address", "ediPartyName", "otherName"].includes(kind));
    const readable = names.filter((name) => name.kind !== "ip" || name.bytes.length === 4);
    const der = sampleCertificate({ extensions: [encodeExtension(subjectAltName, readable, false)] });
    expect(new X509Certificate(der).subjectAltName).toBe(
      'DNS:*.example.com, email:a@b.example, URI:spiffe://a/b, IP Address:192.0.2.1, DirName:"CN=a\\u002cC=DE", Registered ID:1.2.3',
    );
  });

  it("print no control character and cannot fake a second name", () => {
    expect(generalNameText({ kind: "dns", value: "a, DNS:b\u001b[1m" })).toBe("DNS:a,\\u{20}DNS:b\\u{1b}[1m");
  });

  it.each([
    ["an unknown tag", tlv(0x89)],
    ["a constructed dNSName", tlv(0xa2, nul())],
    ["octets above 7F", tlv(0x82, Uint8Array.of(0xe4))],
    ["a directoryName that is no Name", tlv(0xa4, nul())],
    ["a directoryName with more behind it", tlv(0xa4, sequence(), nul())],
    ["an otherName without a value", tlv(0xa0, tlv(TAG.oid, Uint8Array.of(42)))],
    ["an otherName whose value is not wrapped", tlv(0xa0, tlv(TAG.oid, Uint8Array.of(42)), nul())],
    ["an otherName with two values", tlv(0xa0, tlv(TAG.oid, Uint8Array.of(42)), tlv(0xa0, nul(), nul()))],
    ["a registeredID that is cut", tlv(0x88, Uint8Array.of(0x80))],
  ])("with %s are refused", (_, der) => {
    expect(() => parseGeneralName(DerReader.of(der))).toThrowError(expect.objectContaining({ code: "ERR_DER" }));
  });

  it("come at least one at a time", () => {
    expect(() => parseGeneralNames(DerReader.of(sequence()))).toThrowError(
      expect.objectContaining({ code: "ERR_DER" }),
    );
    const two = [forms[0]?.[1], forms[1]?.[1]] as GeneralName[];
    expect(parseGeneralNames(DerReader.of(encodeGeneralNames(two, 0xa1)), 0xa1)).toEqual(two);
  });
});

describe("a name that a person wrote", () => {
  it.each([
    ["localhost", "DNS:localhost"],
    ["WWW.Example.COM", "DNS:www.example.com"],
    ["*.example.com", "DNS:*.example.com"],
    ["_srv.example.com", "DNS:_srv.example.com"],
    ["bücher.example", "DNS:xn--bcher-kva.example"],
    ["*.BÜCHER.example", "DNS:*.xn--bcher-kva.example"],
    ["127.0.0.1", "IP:127.0.0.1"],
    ["::1", "IP:::1"],
    ["2001:DB8:0:0:1:0:0:1", "IP:2001:db8::1:0:0:1"],
    ["user@example.com", "email:user@example.com"],
    ["user@bücher.example", "email:user@xn--bcher-kva.example"],
    ["müller@bücher.example", "otherName:smtpUtf8Mailbox:müller@xn--bcher-kva.example"],
    ["spiffe://example.org/service", "URI:spiffe://example.org/service"],
    ["urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "URI:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
    ["upn:jo@corp.example", "otherName:userPrincipalName:jo@corp.example"],
    ["dns:localhost", "DNS:localhost"],
    ["RID:1.2.3", "RID:1.2.3"],
    ["dirName:CN=a,C=DE", "dirName:CN=a,C=DE"],
    ["otherName:1.2.3:#0500", "otherName:1.2.3:#0500"],
    ["otherName:xmppAddress:a@b", "otherName:xmppAddress:a@b"],
    [" localhost ", "DNS:localhost"],
    ["constructor:x", "URI:constructor:x"],
  ])("%s is %s", (given, line) => {
    expect(generalNameText(generalNameFromText(given))).toBe(line);
    expect(generalNameText(generalNameFromText(line))).toBe(line);
  });

  it.each([
    ["", "it is empty", "write a DNS name"],
    ["a..b", "it has an empty label", "one dot between two labels"],
    [".a", "it has an empty label", "none at the start"],
    ["a.b.", "it ends with a dot", "write a.b without it"],
    ["a b", "a space cannot stand in a DNS name", "letters, digits"],
    ["a/b", '"/" cannot stand in a DNS name', "letters, digits"],
    ["-a.b", "the label -a begins or ends with a hyphen", "only between"],
    [`${"a".repeat(64)}.b`, "is longer than 63 characters", "shorter labels"],
    ["ab.".repeat(85).slice(0, -1), "it has 254 characters, DNS allows 253", "a shorter name"],
    ["300.1.1.1", "its last label is a number", "four numbers of 0 to 255"],
    ["localhost:8443", "it holds a port, certificates name hosts", "write localhost"],
    ["10.0.0.1:443", "it holds a port, certificates name hosts", "write 10.0.0.1"],
    ["[::1]:443", "it holds a port, certificates name hosts", "write ::1"],
    ["[::1]", "brackets belong to URLs", "write ::1"],
    ["fe80::1%eth0", "a zone counts on one machine only", "write fe80::1"],
    ["10.0.0.0/8", "it is a range of addresses", "name each address"],
    ["fe80::/10", "it is a range of addresses", "name each address"],
    ["IP:localhost", "it is no IP address", "192.0.2.1"],
    ["a@b@c", "a mail address has one @", "user@example.com"],
    ["@b", "a mail address has one @", "user@example.com"],
    ["a b@c", '"a b" cannot stand before the @', "letters, digits and dots"],
    ["a@b..c", "it has an empty label", "one dot"],
    ["http://bücher.example/", "a URI holds ASCII without spaces", "percent-encode"],
    ["uri:nothing", "it is no absolute URI", "write a scheme"],
    ["b\u00fc/evil", "its international letters form no domain name", "write the A-labels"],
    ["otherName:1.2.3", "it lacks a type or a value", "otherName:1.2.3.4:text"],
  ])("%j is refused: %s", (given, why, fix) => {
    try {
      generalNameFromText(given);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "ERR_GENERAL_NAME", message: expect.stringContaining(why) });
      expect(error).toMatchObject({ hint: expect.stringContaining(fix) });
    }
  });

  it("is read or refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (given) => {
        try {
          const name = generalNameFromText(given);
          expect(parseGeneralName(DerReader.of(encodeGeneralName(name))).kind).toBe(name.kind);
        } catch (error) {
          expect(error).toMatchObject({ name: "PkiError" });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it("otherNameText reads text and leaves the rest", () => {
  expect(otherNameText(text(TAG.ia5String, "a"))).toBe("a");
  expect(otherNameText(octetString(nul()))).toBeUndefined();
});
