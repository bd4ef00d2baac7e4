import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import "reflect-metadata";
import * as peculiar from "@peculiar/x509";
import * as pkijs from "pkijs";
import { beforeAll, describe, expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { generalizedTime } from "../../src/asn1/writer.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import type { Certificate } from "../../src/x509/certificate.ts";
import { readCertificates } from "../../src/x509/certificate-file.ts";
import { encodingNotes } from "../../src/x509/encoding-notes.ts";
import { type Extension, encodeRawExtension } from "../../src/x509/extension.ts";
import { knownExtension } from "../../src/x509/extensions/index.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";

const bundle = "/etc/ssl/certs/ca-certificates.crt";

describe.skipIf(!existsSync(bundle))("every root of Debian's ca-certificates", () => {
  let roots: readonly Certificate[] = [];
  beforeAll(() => {
    roots = readCertificates(readFileSync(bundle));
  });

  it("is there, and is DER", () => {
    expect(roots.length).toBeGreaterThan(100);
    for (const root of roots) expect(checkDer(root.der)).toEqual([]);
  });

  it("is written again byte for byte from what was decoded", () => {
    for (const root of roots)
      expect(Buffer.from(encodeAgain(root)).equals(root.tbsDer), root.subject.toString()).toBe(true);
  });

  it("departs from the forms of DER and RFC 5280 only where it is known to", () => {
    const notes = roots.flatMap((root) =>
      encodingNotes(root).map(({ at, message }) => `${root.subject.commonName}: ${at}: ${message}`),
    );
    expect(notes.sort()).toEqual([
      "Certum Trusted Network CA 2: validity.notAfter: GeneralizedTime is not the type for its year",
      "Certum Trusted Network CA 2: validity.notBefore: GeneralizedTime is not the type for its year",
      "Trustwave Global ECC P256 Certification Authority: extensions[1]: keyUsage is not the DER of what it says",
      "Trustwave Global ECC P384 Certification Authority: extensions[1]: keyUsage is not the DER of what it says",
    ]);
  });

  it("is what node:crypto reads", () => {
    for (const root of roots) {
      const theirs = new X509Certificate(root.der);
      expect(root.serialHex.replace(/^0(?=0$)/, "")).toBe(theirs.serialNumber.toLowerCase());
      expect(root.notBefore).toEqual(new Date(theirs.validFrom));
      expect(root.notAfter).toEqual(new Date(theirs.validTo));
      expect(root.sha256).toBe(theirs.fingerprint256.replaceAll(":", "").toLowerCase());
      expect(root.basicConstraints?.value.ca).toBe(theirs.ca);
      expect(Buffer.from(root.spkiDer).equals(theirs.publicKey.export({ type: "spki", format: "der" }))).toBe(true);
    }
  });

  it("is what pkijs reads", () => {
    for (const root of roots) {
      const theirs = pkijs.Certificate.fromBER(new Uint8Array(root.der));
      expect(root.version).toBe(theirs.version + 1);
      expect(Buffer.from(root.serialNumber).equals(Buffer.from(theirs.serialNumber.valueBlock.valueHexView))).toBe(
        true,
      );
      expect(root.signatureAlgorithm.oid).toBe(theirs.signatureAlgorithm.algorithmId);
      expect(root.tbsSignatureAlgorithm.oid).toBe(theirs.signature.algorithmId);
      expect(attributes(root.subject)).toEqual(
        theirs.subject.typesAndValues.map(({ type, value }) => [type, value.valueBlock.value]),
      );
      expect(root.extensions.map(facts)).toEqual(
        (theirs.extensions ?? []).map(({ extnID, critical }) => [extnID, critical]),
      );
    }
  });

  it("is what @peculiar/x509 reads", () => {
    for (const root of roots) {
      const theirs = new peculiar.X509Certificate(new Uint8Array(root.der));
      expect(root.notAfter).toEqual(theirs.notAfter);
      expect(root.extensions.map(facts)).toEqual(theirs.extensions.map(({ type, critical }) => [type, critical]));
      const keyId = theirs.getExtension(peculiar.SubjectKeyIdentifierExtension)?.keyId;
      const ours = root.subjectKeyIdentifier;
      expect(ours && Buffer.from(ours.value).toString("hex")).toBe(keyId ?? undefined);
      const { usages = 0 } = theirs.getExtension(peculiar.KeyUsagesExtension) ?? {};
      expect(root.keyUsage?.value.includes("keyCertSign") ?? false).toBe(
        (usages & peculiar.KeyUsageFlags.keyCertSign) !== 0,
      );
    }
  });

  it("has the names that OpenSSL prints, in RFC 4514 text", () => {
    const everyFifth = roots.filter((_, index) => index % 5 === 0);
    for (const root of everyFifth) {
      const args = ["x509", "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb,utf8"];
      const line = execFileSync("openssl", args, { input: root.toPem(), encoding: "utf8" }).trim();
      const known = line.replace("subject=", "").replaceAll("emailAddress=", "E=");
      expect(Name.fromString(known).equals(root.subject), known).toBe(true);
    }
  });
});

/** The TBSCertificate made anew of the decoded fields, attribute by attribute and extension by extension. */
function encodeAgain(root: Certificate): Uint8Array {
  const { oid, parameters } = root.tbsSignatureAlgorithm;
  const noted = encodingNotes(root).map(({ at }) => at);
  const late = noted.some((at) => at.startsWith("validity"));
  return encodeTbsCertificate({
    version: root.version,
    serial: root.serialNumber,
    signatureAlgorithm: encodeAlgorithmIdentifier(oid, parameters),
    issuer: nameAgain(root.issuer),
    notBefore: late ? generalizedTime(root.notBefore) : root.notBefore,
    notAfter: late ? generalizedTime(root.notAfter) : root.notAfter,
    subject: nameAgain(root.subject),
    spkiDer: root.spkiDer,
    extensions: root.extensions.map((extension, i) => extensionAgain(extension, noted.includes(`extensions[${i}]`))),
  });
}

function nameAgain(name: Name): Name {
  return Name.of(name.rdns.map((rdn) => rdn.map(({ type, tag, value }) => ({ type, tag, value }))));
}

function extensionAgain({ oid, critical, value }: Extension, noted: boolean): Uint8Array {
  const codec = knownExtension(oid);
  const again = codec === undefined || noted ? value : codec.encode(codec.decode(value));
  return encodeRawExtension(oid, again, critical);
}

function facts({ oid, critical }: Extension): [string, boolean] {
  return [oid, critical];
}

function attributes(name: Name): string[][] {
  return name.rdns.flat().map(({ type, value }) => [type, value]);
}
