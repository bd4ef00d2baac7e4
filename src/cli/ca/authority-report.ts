import { revokedIssuer } from "../../ca/revoked-issuer.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Revocation } from "../../store/certificate-record.ts";
import type { Store } from "../../store/store.ts";
import { Certificate } from "../../x509/certificate.ts";
import { parsePem } from "../../x509/pem.ts";
import { timeText } from "../text/time.ts";

/** A CA of the hierarchy, as `--json` says it. */
export interface AuthorityReport extends AuthorityRecord {
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly sha256: string;
  /** Only where it was looked up: see `authorityStatus`. */
  readonly revoked?: Revocation;
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

/** The same with its revocation, if it was revoked. */
export async function authorityStatus(store: Store, record: AuthorityRecord): Promise<AuthorityReport> {
  const { revoked } = (await revokedIssuer(store, [certificateOf(record)])) ?? {};
  return { ...authorityReport(record), ...(revoked && { revoked }) };
}

function certificateOf({ certificatePem }: AuthorityRecord): Certificate {
  const [block] = parsePem(certificatePem);
  if (block === undefined) throw new TypeError("an authority record holds a certificate");
  return Certificate.parse(block.der);
}
