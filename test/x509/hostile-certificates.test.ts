import fc from "fast-check";
import { it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { nul, sequence } from "../../src/asn1/writer.ts";
import { isPkiError } from "../../src/errors/pki-error.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { CertificateList } from "../../src/x509/certificate-list.ts";
import { CertificationRequest } from "../../src/x509/certification-request.ts";
import { encodingNotes } from "../../src/x509/encoding-notes.ts";
import { encodeRawExtension } from "../../src/x509/extension.ts";
import { extensionCodecs } from "../../src/x509/extensions/index.ts";
import { generalNameText } from "../../src/x509/general-name-text.ts";
import { sampleCertificate } from "./sample-certificate.ts";

const fields = [
  "version",
  "serialHex",
  "signatureAlgorithm",
  "tbsSignatureAlgorithm",
  "issuer",
  "subject",
  "validity",
  "spkiDer",
  "signature",
  "extensions",
  "isSelfIssued",
  "sha256",
] as const satisfies readonly (keyof Certificate)[];

/** Reads all that a certificate has; only a PkiError may come of it. */
function readAll(der: Uint8Array): void {
  const certificate = attempt(() => Certificate.parse(der));
  if (certificate === undefined) return;
  for (const field of fields) attempt(() => certificate[field]);
  for (const codec of extensionCodecs) attempt(() => certificate.extension(codec));
  attempt(() => certificate.subject.key + certificate.subject.toString());
  attempt(() => certificate.subjectAltName?.value.map(generalNameText));
  attempt(() => encodingNotes(certificate));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isPkiError(error)) throw error;
    return undefined;
  }
}

const whole = sampleCertificate({
  extensions: extensionCodecs.map(({ oid }) => encodeRawExtension(oid, sequence(sequence(nul())), false)),
});

it("one octet changed anywhere is read or refused, never a crash", () => {
  for (let at = 0; at < whole.length; at++)
    for (const flip of [0x01, 0xa0]) {
      const der = Uint8Array.from(whole);
      der[at] = (der[at] as number) ^ flip;
      readAll(der);
    }
});

it("octets changed at random", () => {
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const der = Uint8Array.from(whole);
      for (const [at, octet] of changes) der[at] = octet;
      readAll(der);
    }),
    { numRuns: 500 },
  );
});

it("noise inside every known extension", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
      for (const codec of extensionCodecs) attempt(() => codec.decode(noise));
    }),
    { numRuns: 500 },
  );
});

it("an extension nested ten thousand deep", () => {
  let deep = nul();
  for (let level = 0; level < 10_000; level++) deep = sequence(deep);
  readAll(sampleCertificate({ extensions: [encodeRawExtension(OID.subjectAltName, deep, false)] }));
});

it("noise as a request or a list", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
      attempt(() => CertificationRequest.parse(noise));
      attempt(() => [...CertificateList.parse(noise).entries()]);
    }),
    { numRuns: 500 },
  );
});
