import type { Issued } from "../../ca/issue.ts";
import { storedTime } from "./record-report.ts";

/** The line that answers one of `issue --batch`. */
export interface BatchAnswer {
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subject: string;
  readonly san: readonly string[];
  readonly profile: string;
  /** PEM, like what follows. */
  readonly certificate: string;
  /** The issuers below the root. */
  readonly chain: string;
  /** When it was made for this line. */
  readonly key?: string;
}

/** @param chain the same for every line, so it is made once */
export function batchAnswer({ record, certificate, key }: Issued, chain: string): BatchAnswer {
  const { serial, notBefore, notAfter, subject, names: san, profile } = record;
  const answer = {
    serial,
    notBefore: storedTime(notBefore),
    notAfter: storedTime(notAfter),
    subject,
    san,
    profile,
    certificate: certificate.toPem(),
    chain,
  };
  return key === undefined ? answer : { ...answer, key: key.toPem() };
}
