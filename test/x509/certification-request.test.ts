import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pkijs from "pkijs";
import { afterAll, describe, expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { integer, nul, sequence, text, tlv } from "../../src/asn1/writer.ts";
import {
  CertificationRequest,
  encodeCertificationRequestInfo,
  extensionRequest,
} from "../../src/x509/certification-request.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import { Name } from "../../src/x509/name.ts";
import { ed25519, signed, spkiDer } from "./sample-certificate.ts";

const subject = Name.fromString("CN=localhost,O=Example");
const localhost = encodeExtension(subjectAltName, [{ kind: "dns", value: "localhost" }], false);
const folder = mkdtempSync(join(tmpdir(), "rootcause-csr-"));
afterAll(() => rmSync(folder, { recursive: true }));

function opensslRequest(...args: readonly string[]): Buffer {
  const file = join(folder, "request.der");
  const key = ["-newkey", "ed25519", "-noenc", "-keyout", join(folder, "key.pem")];
  execFileSync("openssl", ["req", "-new", ...key, "-outform", "DER", "-out", file, ...args], { stdio: "pipe" });
  return readFileSync(file);
}

describe("a certification request of ours", () => {
  const password = { oid: OID.challengePassword, values: [text(TAG.utf8String, "geheim")] };
  const attributes = [extensionRequest([localhost]), password];
  const der = signed(encodeCertificationRequestInfo({ subject, spkiDer, attributes }));
  const request = CertificationRequest.parse(der);

  it("says what was written", () => {
    expect(request.subject.equals(subject)).toBe(true);
    expect(request.spkiDer).toEqual(spkiDer);
    expect(request.attributes.map(({ oid }) => oid).sort()).toEqual(
      [OID.extensionRequest, OID.challengePassword].sort(),
    );
    expect(request.requestedExtensions.map((extension) => extension.der)).toEqual([localhost]);
    expect(request.extension(subjectAltName)?.value).toEqual([{ kind: "dns", value: "localhost" }]);
    expect(request.extension(basicConstraints)).toBeUndefined();
    expect(request.challengePassword).toBe("geheim");
    expect(request.signatureAlgorithm.der).toEqual(ed25519);
    expect(request.signature.bytes).toHaveLength(64);
    expect(checkDer(der)).toEqual([]);
  });

  it("is accepted by OpenSSL", () => {
    writeFileSync(join(folder, "ours.pem"), request.toPem());
    const args = ["req", "-in", join(folder, "ours.pem"), "-noout", "-text", "-verify"];
    const printed = execFileSync("openssl", args, { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
    expect(printed).toContain("Subject: O = Example, CN = localhost");
    expect(printed).toContain("DNS:localhost");
    expect(printed).toContain("challengePassword        :geheim");
  });

  it("is what pkijs reads", () => {
    const theirs = pkijs.CertificationRequest.fromBER(new Uint8Array(der));
    expect(theirs.subject.typesAndValues.map(({ value }) => value.valueBlock.value)).toEqual(["Example", "localhost"]);
    expect(theirs.attributes?.map(({ type }) => type)).toEqual(request.attributes.map(({ oid }) => oid));
  });

  it("may have no attributes", () => {
    const plain = CertificationRequest.parse(
      signed(encodeCertificationRequestInfo({ subject, spkiDer, attributes: [] })),
    );
    expect(plain).toMatchObject({ attributes: [], requestedExtensions: [], challengePassword: undefined });
  });
});

describe("a certification request of others", () => {
  it("by OpenSSL, with extensions and a password", () => {
    const config = "[req]\ndistinguished_name=dn\nattributes=a\n[dn]\n[a]\nchallengePassword=x";
    writeFileSync(join(folder, "a.cnf"), config);
    const der = opensslRequest("-subj", "/C=DE/CN=a.test", "-addext", "subjectAltName=DNS:a.test,IP:10.0.0.1");
    const request = CertificationRequest.parse(der);
    expect(request.subject.toString()).toBe("CN=a.test,C=DE");
    expect(request.extension(subjectAltName)?.value).toHaveLength(2);
    expect(Buffer.from(encodeCertificationRequestInfo(request)).equals(request.infoDer)).toBe(true);
  });

  it("without the attributes field, as some old software writes it", () => {
    const info = sequence(integer(0), subject.der, spkiDer);
    expect(CertificationRequest.parse(signed(info)).attributes).toEqual([]);
  });

  it("with Microsoft's attribute for extensions", () => {
    const attributes = [{ oid: OID.microsoftExtensionRequest, values: [sequence(localhost)] }];
    const request = CertificationRequest.parse(
      signed(encodeCertificationRequestInfo({ subject, spkiDer, attributes })),
    );
    expect(request.extension(subjectAltName)?.value).toHaveLength(1);
  });

  it("with attributes out of order", () => {
    const [a, b] = [
      sequence(tlv(TAG.oid, Uint8Array.of(42, 4)), tlv(TAG.set, nul())),
      sequence(tlv(TAG.oid, Uint8Array.of(42, 3)), tlv(TAG.set, nul())),
    ];
    const request = CertificationRequest.parse(signed(sequence(integer(0), subject.der, spkiDer, tlv(0xa0, a, b))));
    expect(request.attributes.map(({ oid }) => oid)).toEqual(["1.2.4", "1.2.3"]);
  });
});

describe("a malformed certification request", () => {
  const derError = expect.objectContaining({ code: "ERR_DER" });

  it.each([
    ["no version", sequence(subject.der, spkiDer)],
    ["no key", sequence(integer(0), subject.der)],
    ["more behind the attributes", sequence(integer(0), subject.der, spkiDer, tlv(0xa0), nul())],
    [
      "an attribute without values",
      sequence(integer(0), subject.der, spkiDer, tlv(0xa0, sequence(tlv(TAG.oid, Uint8Array.of(42))))),
    ],
    ["a subject that is no name", sequence(integer(0), sequence(nul()), spkiDer)],
  ])("with %s is refused", (_, info) => {
    expect(() => CertificationRequest.parse(signed(info))).toThrowError(derError);
  });

  it("with extensions that are none throws when they are asked for", () => {
    const attributes = [{ oid: OID.extensionRequest, values: [nul()] }];
    const request = CertificationRequest.parse(
      signed(encodeCertificationRequestInfo({ subject, spkiDer, attributes })),
    );
    expect(() => request.requestedExtensions).toThrowError(derError);
  });
});
