import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { toHex } from "../../../src/asn1/bytes.ts";
import type { Signer } from "../../../src/keys/signer.ts";
import { buildCrl, type CrlEntrySource } from "../../../src/revocation/publish/build-crl.ts";
import type { CrlTerms } from "../../../src/revocation/publish/crl-terms.ts";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { type CrlEntryInput, encodeCrlEntry } from "../../../src/x509/crl-entry.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { subjectKeyIdentifier } from "../../../src/x509/extensions/subject-key-identifier.ts";
import { caExtensions, days, TestIssuer } from "../test-issuer.ts";

export const ca = new TestIssuer("CN=Publishing CA");

/** The certificate of an issuer, with the key identifier that its lists name. */
export function rootOf(issuer: TestIssuer) {
  const { keyIdentifier } = issuer.key.publicKey;
  const extensions = [...caExtensions, encodeExtension(subjectKeyIdentifier, keyIdentifier, false)];
  return issuer.certify(issuer, { serial: 100, extensions });
}

export function termsOf({ name, key, signer }: TestIssuer, change: Partial<CrlTerms> = {}): CrlTerms {
  return {
    issuer: name,
    keyIdentifier: key.publicKey.keyIdentifier,
    signatureAlgorithm: signer.signatureAlgorithm,
    number: 7,
    thisUpdate: days(-1),
    nextUpdate: days(6),
    ...change,
  };
}

/** Entries, a piece each. */
export function entriesOf(...entries: readonly Partial<CrlEntryInput>[]): CrlEntrySource {
  const ders = entries.map((entry) =>
    encodeCrlEntry({ serialHex: "05", revokedAt: days(-2), reason: "unspecified", ...entry }),
  );
  return {
    byteLength: ders.reduce((sum, { length }) => sum + length, 0),
    async *chunks() {
      yield* ders;
    },
  };
}

export async function derOf(terms: CrlTerms, entries: CrlEntrySource, signer: Signer): Promise<Buffer> {
  const built = await buildCrl(terms, entries, signer);
  const chunks: Uint8Array[] = [];
  for await (const chunk of built.chunks()) chunks.push(Uint8Array.from(chunk));
  const der = Buffer.concat(chunks);
  if (der.length !== built.byteLength) throw new Error(`${der.length} bytes came, ${built.byteLength} were announced`);
  return der;
}

export async function listOf(issuer: TestIssuer, change: Partial<CrlTerms>, ...entries: Partial<CrlEntryInput>[]) {
  return CertificateList.parse(await derOf(termsOf(issuer, change), entriesOf(...entries), issuer.signer));
}

/** So many entries with serial numbers like ours. */
export function manyEntries(count: number): CrlEntryInput[] {
  return Array.from({ length: count }, (_, i) => ({
    serialHex: toHex(Buffer.from(`serial number ${i}`)),
    revokedAt: days(-2),
    reason: i % 2 === 0 ? "unspecified" : "keyCompromise",
  }));
}

/** A folder that is gone after the test. */
export function scratchFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-publish-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
