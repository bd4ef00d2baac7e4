import { isPkiError, type PkiError } from "../errors/pki-error.ts";
import type { Certificate } from "../x509/certificate.ts";
import { CertificatePool, type CertificateSource } from "./path/certificate-pool.ts";
import type { Given } from "./path/given.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { readCertificate } from "./read-certificate.ts";
import type { RuleFacts } from "./rule.ts";
import type { CertificateInput, VerifyOptions } from "./verify-options.ts";

/** What was given, and what of it could not be read and is ignored. */
export interface ReadResult {
  readonly given: Given;
  readonly ignored: readonly PlacedProblem[];
}

/** Reads what the caller gave; the trust list first, so that a certificate that is also sent counts as trusted. */
export function readGiven(leaf: Certificate, inputs: readonly CertificateInput[], options: VerifyOptions): ReadResult {
  const pool = new CertificatePool();
  const ignored: PlacedProblem[] = [];
  for (const { certificate } of readAll(options.trust, "trust", ignored)) pool.add(certificate, "trust");
  const sent: Certificate[] = [];
  const repeated: number[] = [];
  for (const { certificate, place } of readAll(inputs, "sent", ignored)) {
    sent.push(certificate);
    const known = pool.add(certificate, "sent");
    if (known?.from === "sent" || certificate.equals(leaf)) repeated.push(place);
  }
  for (const { certificate } of readAll(options.untrusted ?? [], "untrusted", ignored))
    pool.add(certificate, "untrusted");
  for (const { certificate } of readAll(options.aia ?? [], "aia", ignored)) pool.add(certificate, "aia");
  return { given: { sent, repeated, pool }, ignored };
}

interface PlacedCertificate {
  readonly certificate: Certificate;
  /** In the list that the caller gave. */
  readonly place: number;
}

function readAll(
  inputs: readonly CertificateInput[],
  from: CertificateSource,
  ignored: PlacedProblem[],
): readonly PlacedCertificate[] {
  const read: PlacedCertificate[] = [];
  for (let place = 0; place < inputs.length; place++) {
    const certificate = readCertificate(inputs[place] as CertificateInput);
    if (isPkiError(certificate)) ignored.push(unreadable(certificate, `${from}[${place}]`));
    else read.push({ certificate, place });
  }
  return read;
}

const readable: RuleFacts = {
  id: "malformed-der",
  severity: "notice",
  citation: "RFC 5280 section 4.1",
  summary: "Every certificate that is given can be read.",
};

function unreadable({ message }: PkiError, at: string): PlacedProblem {
  const problem = { message: `ignored: ${message}`, at };
  return { raised: { code: readable.id, severity: readable.severity, rule: readable, problem }, index: 0 };
}
