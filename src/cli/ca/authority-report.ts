import type { AuthorityRecord } from "../../store/authority-record.ts";
import { Certificate } from "../../x509/certificate.ts";
import { parsePem } from "../../x509/pem.ts";
import { timeText } from "../text/time.ts";

/** A CA of the hierarchy, as `--json` says it. */
export interface AuthorityReport extends AuthorityRecord {
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly sha256: string;
}

export function authorityReport(record: AuthorityRecord): AuthorityReport {
  const { subject, notBefore, notAfter, sha256 } = certificateOf(record);
  return {
    ...record,
    subject: subject.toString(),
    notBefore: timeText(notBefore),
    notAfter: timeText(notAfter),
    sha256,
  };
}

function certificateOf({ certificatePem }: AuthorityRecord): Certificate {
  const [block] = parsePem(certificatePem);
  if (block === undefined) throw new TypeError("an authority record holds a certificate");
  return Certificate.parse(block.der);
}
