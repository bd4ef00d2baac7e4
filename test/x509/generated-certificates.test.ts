import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkDer } from "../../src/asn1/check.ts";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodingNotes } from "../../src/x509/encoding-notes.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { certificatePolicies } from "../../src/x509/extensions/certificate-policies.ts";
import { crlDistributionPoints } from "../../src/x509/extensions/crl-distribution-points.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { knownExtension } from "../../src/x509/extensions/index.ts";
import { keyUsage, keyUsageBits } from "../../src/x509/extensions/key-usage.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../src/x509/general-name.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeTbsCertificate, type TbsCertificateInput } from "../../src/x509/tbs-certificate.ts";
import { ed25519, signed, spkiDer } from "./sample-certificate.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/);
const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const name = fc
  .array(
    fc.array(
      fc.record({
        type: fc.constantFrom(OID.commonName, OID.organizationName, OID.countryName, OID.domainComponent, "1.2.3.4"),
        value: fc.string({ unit: "grapheme", maxLength: 12 }),
        tag: fc.constantFrom(TAG.utf8String, TAG.universalString),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    { maxLength: 4 },
  )
  .map((rdns) => Name.of(rdns));

const generalName: fc.Arbitrary<GeneralName> = fc.oneof(
  fc.record({ kind: fc.constantFrom("dns" as const, "email" as const, "uri" as const), value: word }),
  fc.record({ kind: fc.constant("ip" as const), bytes: fc.oneof(octets(4), octets(16)) }),
  fc.record({ kind: fc.constant("directoryName" as const), name }),
  fc.record({ kind: fc.constant("registeredId" as const), oid: fc.constantFrom("1.2.3", "2.999.1") }),
);
const names = fc.array(generalName, { minLength: 1, maxLength: 4 });
const subtrees = fc.array(fc.record({ base: generalName, minimum: fc.nat(2) }), { maxLength: 3 });

const extension = fc.oneof(
  fc
    .tuple(fc.boolean(), fc.nat(9))
    .map(([ca, pathLength]) => encodeExtension(basicConstraints, { ca, pathLength }, true)),
  fc.subarray([...keyUsageBits]).map((bits) => encodeExtension(keyUsage, bits, true)),
  fc
    .array(fc.constantFrom(OID.serverAuth, "1.2.3"), { minLength: 1 })
    .map((it) => encodeExtension(extendedKeyUsage, it, false)),
  names.map((it) => encodeExtension(subjectAltName, it, false)),
  octets(20).map((keyId) => encodeExtension(authorityKeyIdentifier, { keyId }, false)),
  names.map((fullName) => encodeExtension(crlDistributionPoints, [{ fullName }], false)),
  fc.constant(encodeExtension(certificatePolicies, [{ oid: OID.anyPolicy, qualifiers: [] }], false)),
  fc
    .tuple(subtrees, subtrees)
    .map(([permitted, excluded]) => encodeExtension(nameConstraints, { permitted, excluded }, true)),
);

const wholeSecond = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000));

const certificates: fc.Arbitrary<TbsCertificateInput> = fc.record({
  serial: fc
    .uint8Array({ minLength: 1, maxLength: 20 })
    .map(([first = 0, ...rest]) => Uint8Array.of((first & 0x7f) | 1, ...rest)),
  signatureAlgorithm: fc.constant(ed25519),
  issuer: name,
  subject: name,
  notBefore: wholeSecond,
  notAfter: wholeSecond,
  spkiDer: fc.constant(spkiDer),
  extensions: fc.array(extension, { maxLength: 6 }),
});

it("a generated certificate is written again byte for byte from what was decoded", () => {
  fc.assert(
    fc.property(certificates, (says) => {
      const certificate = Certificate.parse(signed(encodeTbsCertificate(says)));
      const again = encodeTbsCertificate({
        version: certificate.version,
        serial: certificate.serialNumber,
        signatureAlgorithm: certificate.tbsSignatureAlgorithm.der,
        issuer: Name.of(certificate.issuer.rdns),
        subject: Name.of(certificate.subject.rdns),
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        spkiDer: certificate.spkiDer,
        extensions: certificate.extensions.map(({ oid, critical, value }) => {
          const codec = knownExtension(oid);
          return encodeRawExtension(oid, codec ? codec.encode(codec.decode(value)) : value, critical);
        }),
      });
      expect(Buffer.from(again).equals(certificate.tbsDer)).toBe(true);
      expect(checkDer(certificate.der)).toEqual([]);
      expect(encodingNotes(certificate)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("a generated certificate is what node:crypto reads", () => {
  fc.assert(
    fc.property(certificates, (says) => {
      const der = signed(encodeTbsCertificate(says));
      const [ours, theirs] = [Certificate.parse(der), new X509Certificate(der)];
      expect(theirs.serialNumber.toLowerCase()).toBe(ours.serialHex);
      expect(new Date(theirs.validFrom)).toEqual(ours.notBefore);
      expect(new Date(theirs.validTo)).toEqual(ours.notAfter);
      expect(theirs.fingerprint256.replaceAll(":", "").toLowerCase()).toBe(ours.sha256);
    }),
    { numRuns: 100 },
  );
});
