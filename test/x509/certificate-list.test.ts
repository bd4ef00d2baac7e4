import { execFileSync } from "node:child_process";
import * as pkijs from "pkijs";
import { describe, expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { OID } from "../../src/asn1/oids.ts";
import { integer, nul, sequence, time } from "../../src/asn1/writer.ts";
import { CertificateList } from "../../src/x509/certificate-list.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { certificateIssuer } from "../../src/x509/extensions/certificate-issuer.ts";
import { crlNumber } from "../../src/x509/extensions/crl-number.ts";
import { invalidityDate } from "../../src/x509/extensions/invalidity-date.ts";
import { issuingDistributionPoint } from "../../src/x509/extensions/issuing-distribution-point.ts";
import { reasonCode } from "../../src/x509/extensions/reason-code.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeRevokedCertificate } from "../../src/x509/revoked-certificate.ts";
import { encodeTbsCertificateList, type TbsCertificateListInput } from "../../src/x509/tbs-certificate-list.ts";
import { ed25519, signed } from "./sample-certificate.ts";

const issuer = Name.fromString("CN=Test CA");
const thisUpdate = new Date("2026-01-01T00:00:00Z");
const revokedAt = new Date("2025-12-31T12:00:00Z");

function list(says: Partial<TbsCertificateListInput> = {}): Uint8Array {
  const plain = { signatureAlgorithm: ed25519, issuer, thisUpdate, entries: new Uint8Array(), extensions: [] };
  return signed(encodeTbsCertificateList({ ...plain, ...says }));
}

function entry(serial: readonly number[], ...extensions: readonly Uint8Array[]): Uint8Array {
  return encodeRevokedCertificate({ serial: Uint8Array.from(serial), revokedAt, extensions });
}

describe("a revocation list", () => {
  const reasons = [
    encodeExtension(reasonCode, "keyCompromise", false),
    encodeExtension(invalidityDate, thisUpdate, false),
  ];
  const der = list({
    nextUpdate: new Date("2026-01-08T00:00:00Z"),
    entries: Buffer.concat([entry([5]), entry([0, 0xff, 1], ...reasons)]),
    extensions: [encodeExtension(crlNumber, 77n, false)],
  });
  const crl = CertificateList.parse(der);

  it("says what was written", () => {
    expect(crl.version).toBe(2);
    expect(crl.issuer.equals(issuer)).toBe(true);
    expect(crl.thisUpdate).toEqual(thisUpdate);
    expect(crl.nextUpdate).toEqual(new Date("2026-01-08T00:00:00Z"));
    expect(crl.extension(crlNumber)).toEqual({ critical: false, value: 77n });
    expect(crl.extensions).toHaveLength(1);
    expect(crl.signatureAlgorithm.oid).toBe(OID.ed25519);
    expect(crl.tbsSignatureAlgorithm.oid).toBe(OID.ed25519);
    expect(crl.signature.bytes).toHaveLength(64);
    expect(crl.isIndirect).toBe(false);
    expect(checkDer(der)).toEqual([]);
  });

  it("has its entries in order", () => {
    const entries = [...crl.entries()];
    expect(entries.map(({ serialHex }) => serialHex)).toEqual(["05", "ff01"]);
    expect(entries.map((it) => it.revokedAt)).toEqual([revokedAt, revokedAt]);
    expect(entries.map((it) => it.extension(reasonCode)?.value)).toEqual([undefined, "keyCompromise"]);
    expect(entries[1]?.extension(invalidityDate)?.value).toEqual(thisUpdate);
    expect(entries[1]?.extensions).toHaveLength(2);
    expect(entries[0]?.issuer).toBe(crl.issuer);
  });

  it("finds an entry by its serial number", () => {
    expect(crl.find("ff01")?.extension(reasonCode)?.value).toBe("keyCompromise");
    expect(crl.find("06")).toBeUndefined();
    expect(crl.find("05", Name.fromString("cn=test ca"))?.serialHex).toBe("05");
    expect(crl.find("05", Name.fromString("CN=Other"))).toBeUndefined();
  });

  it("is what OpenSSL prints", () => {
    const printed = execFileSync("openssl", ["crl", "-inform", "DER", "-noout", "-text"], {
      input: der,
      encoding: "utf8",
    });
    for (const line of [
      "Version 2",
      "Issuer: CN = Test CA",
      "Serial Number: FF01",
      "Key Compromise",
      "Invalidity Date",
      "77",
    ])
      expect(printed).toContain(line);
    const pem = execFileSync("openssl", ["crl", "-inform", "DER"], { input: der, encoding: "utf8" });
    expect(crl.toPem()).toBe(pem);
  });

  it("is what pkijs reads", () => {
    const theirs = pkijs.CertificateRevocationList.fromBER(new Uint8Array(der));
    const serials = theirs.revokedCertificates?.map((it) =>
      Buffer.from(it.userCertificate.valueBlock.valueHexView).toString("hex"),
    );
    expect(serials).toEqual(["05", "00ff01"]);
    expect(theirs.thisUpdate.value).toEqual(thisUpdate);
  });

  it("may have no entries, no nextUpdate and no extensions", () => {
    const empty = CertificateList.parse(list());
    expect([...empty.entries()]).toEqual([]);
    expect(empty).toMatchObject({ nextUpdate: undefined, extensions: [] });
    expect(empty.find("05")).toBeUndefined();
    const v1 = CertificateList.parse(signed(sequence(ed25519, issuer.der, time(thisUpdate))));
    expect(v1.version).toBe(1);
  });
});

describe("an indirect list", () => {
  const scope = { onlyContainsUserCerts: false, onlyContainsCaCerts: false, onlyContainsAttributeCerts: false };
  const other = Name.fromString("CN=Other CA");
  const named = encodeExtension(certificateIssuer, [{ kind: "directoryName", name: other }], true);
  const entries = Buffer.concat([entry([1]), entry([2], named), entry([3]), entry([1])]);
  const read = (indirectCrl: boolean) =>
    CertificateList.parse(
      list({ entries, extensions: [encodeExtension(issuingDistributionPoint, { ...scope, indirectCrl }, true)] }),
    );

  it("names the issuer of each entry, or leaves that of the entry before", () => {
    const crl = read(true);
    expect(crl.isIndirect).toBe(true);
    expect([...crl.entries()].map((it) => [it.serialHex, it.issuer.commonName])).toEqual([
      ["01", "Test CA"],
      ["02", "Other CA"],
      ["03", "Other CA"],
      ["01", "Other CA"],
    ]);
    expect(crl.find("03")).toBeUndefined();
    expect(crl.find("03", other)?.serialHex).toBe("03");
    expect(crl.find("01", other)).toBeDefined();
  });

  it("is one only when the issuing distribution point says so", () => {
    expect([...read(false).entries()].map((it) => it.issuer.commonName)).toEqual(Array(4).fill("Test CA"));
  });
});

describe("a list of a hundred thousand entries", () => {
  const count = 100_000;
  const entries = new Uint8Array(count * entry([0x40, 0, 0, 0]).length);
  for (let n = 0, offset = 0; n < count; n++) {
    const der = entry([0x40, n >> 16, (n >> 8) & 0xff, n & 0xff]);
    entries.set(der, offset);
    offset += der.length;
  }
  const crl = CertificateList.parse(list({ entries }));

  it("is walked one entry at a time, and found in", () => {
    let walked = 0;
    for (const _ of crl.entries()) walked++;
    expect(walked).toBe(count);
    expect(crl.find("4001869f")?.revokedAt).toEqual(revokedAt);
  });

  it("is left at the first entry when the caller leaves", () => {
    const [first] = crl.entries();
    expect(first?.serialHex).toBe("40000000");
  });

  it("is refused when it is larger than the caller allows", () => {
    expect(() => CertificateList.parse(crl.der, { maxBytes: 1000 })).toThrowError(
      expect.objectContaining({ code: "ERR_DER_TOO_LARGE" }),
    );
  });
});

describe("a malformed list", () => {
  const derError = expect.objectContaining({ code: "ERR_DER" });

  it.each([
    ["no issuer", sequence(ed25519, time(thisUpdate))],
    ["no thisUpdate", sequence(ed25519, issuer.der)],
    ["more behind the extensions", sequence(ed25519, issuer.der, time(thisUpdate), nul())],
  ])("with %s is refused", (_, tbs) => {
    expect(() => CertificateList.parse(signed(tbs))).toThrowError(derError);
  });

  it("throws at the entry or field that is bad", () => {
    const entries = Buffer.concat([entry([5]), sequence(nul())]);
    const walk = CertificateList.parse(list({ entries })).entries();
    expect(walk.next().value?.serialHex).toBe("05");
    expect(() => walk.next()).toThrowError(derError);
    const untimed = CertificateList.parse(list({ entries: sequence(integer(5), nul()) }));
    const [only] = untimed.entries();
    expect(() => only?.revokedAt).toThrowError(derError);
    expect(() => CertificateList.parse(signed(sequence(ed25519, issuer.der, nul()))).thisUpdate).toThrowError(derError);
  });
});
