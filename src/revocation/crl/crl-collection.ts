import { isPkiError } from "../../errors/pki-error.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import type { Name } from "../../x509/name.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";
import { crlDefect } from "./crl-defect.ts";
import { isDelta } from "./delta-crl.ts";

/** The lists of some issuers, told apart. */
export interface CrlCollection {
  /** Newest first. */
  readonly complete: readonly CertificateList[];
  readonly deltas: readonly CertificateList[];
  /** Why the others are not among them. */
  readonly defects: readonly RevocationProblem[];
}

/** Picks the lists of these issuers. One whose issuer cannot be read may be anybody's, so its defect is told to everybody. */
export function collectCrls(crls: readonly CertificateList[], issuers: readonly Name[]): CrlCollection {
  const ours = crls.filter((crl) => mayBeOf(crl, issuers));
  const sound = ours.filter((crl) => crlDefect(crl) === undefined);
  return {
    complete: sound.filter((crl) => !isDelta(crl)).sort((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime()),
    deltas: sound.filter(isDelta),
    defects: ours.map(crlDefect).filter((defect) => defect !== undefined),
  };
}

function mayBeOf(crl: CertificateList, issuers: readonly Name[]): boolean {
  try {
    return issuers.some((name) => name.equals(crl.issuer));
  } catch (error) {
    if (isPkiError(error)) return true;
    throw error;
  }
}
