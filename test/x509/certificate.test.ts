import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { boolean, explicit, integer, nul, octetString, oid, sequence, text, tlv } from "../../src/asn1/writer.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import { subjectKeyIdentifier } from "../../src/x509/extensions/subject-key-identifier.ts";
import { Name } from "../../src/x509/name.ts";
import { ed25519, sampleCertificate, sampleTbs, signed, spkiDer } from "./sample-certificate.ts";

const keyId = Uint8Array.of(1, 2, 3, 4);
const extensions = [
  encodeExtension(basicConstraints, { ca: true, pathLength: 1 }, true),
  encodeExtension(keyUsage, ["keyCertSign", "cRLSign"], true),
  encodeExtension(extendedKeyUsage, [OID.serverAuth, OID.clientAuth], false),
  encodeExtension(subjectAltName, [{ kind: "dns", value: "localhost" }], false),
  encodeExtension(subjectKeyIdentifier, keyId, false),
  encodeExtension(authorityKeyIdentifier, { keyId }, false),
  encodeExtension(
    nameConstraints,
    { permitted: [{ base: { kind: "dns", value: "test" }, minimum: 0 }], excluded: [] },
    true,
  ),
];

describe("a certificate", () => {
  const der = sampleCertificate({ extensions });
  const certificate = Certificate.parse(der);

  it("says what was written", () => {
    expect(certificate.version).toBe(3);
    expect(certificate.serialHex).toBe("1234");
    expect(certificate.serialNumber).toEqual(Uint8Array.of(0x12, 0x34));
    expect(certificate.issuer.toString()).toBe("CN=Test CA,O=Example");
    expect(certificate.subject.commonName).toBe("localhost");
    expect(certificate.notBefore).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(certificate.notAfter).toEqual(new Date("2026-12-31T23:59:59Z"));
    expect(certificate.spkiDer).toEqual(spkiDer);
    expect(certificate.signatureAlgorithm).toMatchObject({ oid: OID.ed25519, parameters: undefined, der: ed25519 });
    expect(certificate.tbsSignatureAlgorithm.oid).toBe(OID.ed25519);
    expect(certificate.signature).toMatchObject({ bytes: { length: 64 }, unusedBits: 0 });
    expect(certificate.tbsDer).toEqual(sampleTbs({ extensions }));
    expect(certificate.hasUniqueIds).toBe(false);
    expect(certificate.isSelfIssued).toBe(false);
    expect(checkDer(der)).toEqual([]);
  });

  it("has its extensions by name, decoded once", () => {
    expect(certificate.basicConstraints).toEqual({ critical: true, value: { ca: true, pathLength: 1 } });
    expect(certificate.keyUsage?.value).toEqual(["keyCertSign", "cRLSign"]);
    expect(certificate.extendedKeyUsage?.value).toEqual([OID.serverAuth, OID.clientAuth]);
    expect(certificate.subjectAltName).toEqual({ critical: false, value: [{ kind: "dns", value: "localhost" }] });
    expect(certificate.subjectKeyIdentifier?.value).toEqual(keyId);
    expect(certificate.authorityKeyIdentifier?.value).toEqual({ keyId });
    expect(certificate.nameConstraints?.value.permitted).toHaveLength(1);
    expect(certificate.basicConstraints).toBe(certificate.extension(basicConstraints));
    expect(Certificate.parse(sampleCertificate()).basicConstraints).toBeUndefined();
  });

  it("is what node:crypto reads", () => {
    const theirs = new X509Certificate(der);
    expect(theirs.serialNumber).toBe("1234");
    expect(theirs.ca).toBe(true);
    expect(theirs.subjectAltName).toBe("DNS:localhost");
    expect(theirs.keyUsage).toEqual([OID.serverAuth, OID.clientAuth]);
    expect(theirs.fingerprint256.replaceAll(":", "").toLowerCase()).toBe(certificate.sha256);
    expect(new Date(theirs.validTo)).toEqual(certificate.notAfter);
    expect(new X509Certificate(certificate.toPem()).raw.equals(der)).toBe(true);
  });

  it("is what OpenSSL prints", () => {
    const printed = execFileSync("openssl", ["x509", "-inform", "DER", "-noout", "-text"], {
      input: der,
      encoding: "utf8",
    });
    for (const line of [
      "Version: 3 (0x2)",
      "Serial Number: 4660 (0x1234)",
      "CA:TRUE, pathlen:1",
      "Certificate Sign, CRL Sign",
      "TLS Web Server Authentication, TLS Web Client Authentication",
      "DNS:localhost",
      "01:02:03:04",
      "Permitted:\n                  DNS:test",
    ])
      expect(printed).toContain(line);
  });

  it("reads views of larger buffers", () => {
    const padded = Buffer.concat([nul(), der, nul()]);
    const view = Certificate.parse(padded.subarray(2, -2));
    expect(view.sha256).toBe(certificate.sha256);
    expect(view.equals(certificate)).toBe(true);
    expect(view.subjectAltName?.value).toEqual(certificate.subjectAltName?.value);
  });

  it("may be unsigned yet", () => {
    const unsigned = Certificate.fromTbs(certificate.tbsDer);
    expect(unsigned.subject.equals(certificate.subject)).toBe(true);
    expect(unsigned.signatureAlgorithm.oid).toBe(OID.ed25519);
    expect(unsigned.signature.bytes).toHaveLength(0);
  });
});

describe("a certificate whose fields are bad is parsed; the field throws when it is asked for", () => {
  const bad = (says: Parameters<typeof sampleCertificate>[0]) => Certificate.parse(sampleCertificate(says));
  const derError = expect.objectContaining({ code: "ERR_DER" });

  it.each([
    ["negative", [0xff], "-01"],
    ["negative and long", [0x80, 0], "-8000"],
    ["zero", [0], "00"],
    ["padded by its sign", [0, 0x80], "80"],
    ["longer than 20 octets", Array(30).fill(0x11), "11".repeat(30)],
  ])("a serial number that is %s", (_, serial, hex) => {
    expect(bad({ serial: Uint8Array.from(serial) }).serialHex).toBe(hex);
  });

  it.each([[[]], [[0, 5]]])("a serial number of %j", (serial) => {
    expect(() => bad({ serial: Uint8Array.from(serial) }).serialHex).toThrowError(derError);
  });

  it.each([1, 2, 4, 255])("version %i", (version) => {
    expect(bad({ version, extensions }).version).toBe(version);
    expect(bad({ version, extensions }).extensions).toHaveLength(extensions.length);
  });

  it("a version that is no number", () => {
    const tbs = Certificate.parse(sampleCertificate()).tbsDer;
    const odd = Buffer.from(tbs);
    odd[odd.indexOf("a003020102", "hex") + 2] = TAG.octetString;
    const certificate = Certificate.parse(signed(odd));
    expect(() => certificate.version).toThrowError(derError);
    expect(certificate.subject.commonName).toBe("localhost");
  });

  it("dates that are none", () => {
    const certificate = bad({ notAfter: text(TAG.utcTime, "991331000000Z") });
    expect(() => certificate.validity).toThrowError(derError);
    expect(() => certificate.notBefore).toThrowError(derError);
    expect(certificate.subject.commonName).toBe("localhost");
  });

  it("an algorithm inside that differs from the one outside", () => {
    const certificate = bad({ signatureAlgorithm: encodeAlgorithmIdentifier(OID.sha256WithRsaEncryption, nul()) });
    expect(certificate.tbsSignatureAlgorithm).toMatchObject({ oid: OID.sha256WithRsaEncryption, parameters: nul() });
    expect(certificate.signatureAlgorithm.oid).toBe(OID.ed25519);
  });

  it("an extension twice: both are listed, the first counts", () => {
    const twice = [{ ca: true }, { ca: false }].map((value) => encodeExtension(basicConstraints, value, true));
    expect(bad({ extensions: twice }).extensions).toHaveLength(2);
    expect(bad({ extensions: twice }).basicConstraints?.value.ca).toBe(true);
  });

  it("an extension whose value does not decode", () => {
    const certificate = bad({
      extensions: [encodeRawExtension(OID.basicConstraints, nul(), true), ...extensions.slice(1)],
    });
    expect(() => certificate.basicConstraints).toThrowError(derError);
    expect(() => certificate.basicConstraints).toThrowError(derError);
    expect(certificate.keyUsage?.value).toEqual(["keyCertSign", "cRLSign"]);
  });

  it("an extension list that is no list of extensions", () => {
    for (const extension of [
      nul(),
      sequence(nul()),
      sequence(oid("1.2.3"), tlv(TAG.boolean, Uint8Array.of(1)), octetString(nul())),
    ])
      expect(() => bad({ extensions: [extension] }).extensions).toThrowError(derError);
  });

  it("an empty list of extensions", () => {
    const tbs = Buffer.from(sampleTbs());
    const open = Certificate.parse(signed(sequence(Buffer.concat([contentOf(tbs), explicit(3, sequence())]))));
    expect(open.extensions).toEqual([]);
  });

  it("a name that is none", () => {
    const subject = Object.create(Name.prototype, { der: { value: sequence(nul()) } });
    const certificate = bad({ subject });
    expect(() => certificate.subject).toThrowError(derError);
    expect(certificate.issuer.commonName).toBe("Test CA");
  });

  it("unique identifiers of version 2", () => {
    const tbs = Buffer.concat([contentOf(Buffer.from(sampleTbs({ version: 2 }))), tlv(0x81, Uint8Array.of(0, 5))]);
    expect(Certificate.parse(signed(sequence(tbs))).hasUniqueIds).toBe(true);
  });
});

describe("what cannot be walked is refused", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["no SEQUENCE", integer(5)],
    ["octets behind it", Buffer.concat([sampleCertificate(), nul()])],
    ["a part too many", sequence(sampleTbs(), ed25519, tlv(TAG.bitString, Uint8Array.of(0)), nul())],
    ["no signature", sequence(sampleTbs(), ed25519)],
    ["a signature that is no BIT STRING", sequence(sampleTbs(), ed25519, octetString(nul()))],
    ["a tbsCertificate that ends early", signed(sequence(integer(5), ed25519))],
    ["a field too many", signed(sequence(contentOf(Buffer.from(sampleTbs())), boolean(true)))],
  ])("%s", (_, der) => {
    expect(() => Certificate.parse(der)).toThrowError(expect.objectContaining({ code: "ERR_DER" }));
  });

  it("cut at each offset", () => {
    const der = sampleCertificate({ extensions });
    for (let length = 0; length < der.length; length++)
      expect(() => Certificate.parse(der.subarray(0, length))).toThrowError(
        expect.objectContaining({ code: "ERR_DER" }),
      );
  });
});

function contentOf(der: Buffer): Buffer {
  return der.subarray((der[1] as number) < 0x80 ? 2 : 2 + ((der[1] as number) & 0x7f));
}
