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
export function readGiven(leaf: Certificate, sent: readonly CertificateInput[], options: VerifyOptions): ReadResult {
  const pool = new CertificatePool();
  const ignored: PlacedProblem[] = [];
  const read = (inputs: readonly CertificateInput[], from: CertificateSource): readonly Certificate[] => {
    const certificates: Certificate[] = [];
    for (const [place, input] of inputs.entries()) {
      const certificate = readCertificate(input);
      if (isPkiError(certificate)) {
        ignored.push(unreadable(certificate, `${from}[${place}]`));
        continue;
      }
      certificates.push(certificate);
      pool.add(certificate, from);
    }
    return certificates;
  };
  read(options.trust, "trust");
  const given = { leaf, sent: read(sent, "sent"), pool };
  read(options.untrusted ?? [], "untrusted");
  return { given, ignored };
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
