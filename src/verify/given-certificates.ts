import { isPkiError } from "../errors/pki-error.ts";
import type { Certificate } from "../x509/certificate.ts";
import { CertificatePool, type CertificateSource } from "./path/certificate-pool.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { readCertificate } from "./read-certificate.ts";
import type { RuleFacts } from "./rule.ts";
import type { CertificateInput, VerifyOptions } from "./verify-options.ts";

/** All certificates that were given beside the leaf. */
export interface GivenCertificates {
  /** As the peer sent them, without the leaf. */
  readonly sent: readonly Certificate[];
  readonly pool: CertificatePool;
  /** What is not worth a path's failure: certificates that cannot be read. */
  readonly problems: readonly PlacedProblem[];
}

/** Reads what the caller gave; the trust list first, so that a certificate that is also sent counts as trusted. */
export function readGiven(sentInputs: readonly CertificateInput[], options: VerifyOptions): GivenCertificates {
  const pool = new CertificatePool();
  const problems: PlacedProblem[] = [];
  const read = (inputs: readonly CertificateInput[], from: CertificateSource, list: string): readonly Certificate[] => {
    const certificates: Certificate[] = [];
    for (const [place, input] of inputs.entries()) {
      const certificate = readCertificate(input);
      if (isPkiError(certificate)) problems.push(unreadable(certificate.message, `${list}[${place}]`));
      else {
        certificates.push(certificate);
        pool.add(certificate, from);
      }
    }
    return certificates;
  };
  read(options.trust, "trust", "trust");
  const sent = read(sentInputs, "sent", "sent");
  read(options.untrusted ?? [], "untrusted", "untrusted");
  return { sent, pool, problems };
}

const ignored: RuleFacts = {
  id: "malformed-der",
  severity: "notice",
  citation: "RFC 5280 section 4.1",
  summary: "Every certificate that is given can be read.",
};

function unreadable(message: string, at: string): PlacedProblem {
  const problem = { message: `ignored: ${message}`, at };
  return { raised: { code: ignored.id, severity: ignored.severity, rule: ignored, problem }, index: 0 };
}
