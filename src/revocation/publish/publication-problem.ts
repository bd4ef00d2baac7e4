import { equalBytes } from "../../asn1/bytes.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { verifyChunks } from "../../keys/verify-chunks.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { crlDefect } from "../crl/crl-defect.ts";
import { type CrlFile, readCrlFile } from "../crl/crl-file.ts";
import { crlProfileBreaches } from "../crl/crl-profile.ts";
import { scopeOf } from "../crl/crl-scope.ts";
import { distributionPointsOf } from "../crl/distribution-points.ts";
import { staleness } from "../freshness.ts";

/** What must hold of a CRL before anybody may fetch it. */
export interface PublicationTerms {
  readonly issuer: Certificate;
  readonly at: Date;
  /** The number of the list that it replaces. */
  readonly after: number;
  /** Certificates that are in use: the list must speak of each. */
  readonly samples: readonly Certificate[];
}

/**
 * Why a CRL in a file must not be published; undefined: it may. It is read back from the disk and judged by the verifier's own rules, so
 * that a client says the same. @throws PkiError those of a key that cannot be used
 */
export async function publicationProblem(path: string, terms: PublicationTerms): Promise<string | undefined> {
  const file = await readCrlFile(path);
  const list = file.withoutEntries;
  return (
    crlDefect(list)?.detail ??
    crlProfileBreaches(list)[0]?.text ??
    issuerProblem(list, terms) ??
    periodProblem(list, terms) ??
    scopeProblem(list, terms) ??
    (await signatureProblem(file, terms))
  );
}

function issuerProblem(list: CertificateList, { issuer: { subject, subjectKeyIdentifier } }: PublicationTerms) {
  if (!list.issuer.equals(subject)) return `its issuer is ${list.issuer}, and the CA is ${subject}`;
  const keyId = list.extension(authorityKeyIdentifier)?.value.keyId;
  const isNamed = keyId === undefined || subjectKeyIdentifier === undefined;
  return isNamed || equalBytes(keyId, subjectKeyIdentifier.value) ? undefined : "it names another key than the CA's";
}

function periodProblem(list: CertificateList, { at, after }: PublicationTerms): string | undefined {
  const number = list.extension(crlNumber)?.value ?? 0n;
  if (number <= BigInt(after)) return `its number is ${number}, and number ${after} was published`;
  return staleness(list, { at })?.detail;
}

function scopeProblem(list: CertificateList, { samples }: PublicationTerms): string | undefined {
  for (const certificate of samples) {
    const { problem } = scopeOf(list, certificate, distributionPointsOf(certificate));
    if (problem !== undefined) return `of certificate ${certificate.serialHex}: ${problem.detail}`;
  }
  return undefined;
}

async function signatureProblem(file: CrlFile, { issuer }: PublicationTerms): Promise<string | undefined> {
  const { signatureAlgorithm, signature } = file.withoutEntries;
  const key = PublicKey.fromSpki(issuer.spkiDer);
  const isGood = await verifyChunks(signatureAlgorithm, key, file.tbsChunks(), file.tbsLength, signature);
  return isGood ? undefined : "its signature does not verify under the CA's key";
}
