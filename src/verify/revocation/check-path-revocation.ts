import { isPkiError } from "../../errors/pki-error.ts";
import { crlIssuersOf, distributionPointsOf } from "../../revocation/crl/distribution-points.ts";
import { type RevocationVerdict, undetermined } from "../../revocation/revocation-verdict.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import { checkRevocation, type RevocationOptions } from "./check-revocation.ts";
import type { RevocationSources } from "./revocation-sources.ts";

/**
 * The revocation of every certificate of a path but its trust anchor (RFC 5280 section 6.1.3 step a 3).
 * @param path leaf first, the trust anchor last.
 * @returns one verdict for each, leaf first.
 */
export function checkPathRevocation(
  path: readonly Certificate[],
  sources: RevocationSources,
  options: RevocationOptions,
): readonly RevocationVerdict[] {
  const checked = path.slice(0, -1);
  const stray = sources.crls.find((crl) => !checked.some((certificate) => mayConcern(crl, certificate)));
  return checked.map((certificate, i) => {
    const verdict = checkRevocation({ certificate, issuer: path[i + 1] as Certificate }, sources, options);
    return stray === undefined ? verdict : blameStray(verdict, stray, certificate);
  });
}

/** A list is missing while one of somebody who has no part in the path was given: that one is the wrong list. */
function blameStray(verdict: RevocationVerdict, stray: CertificateList, { issuer }: Certificate): RevocationVerdict {
  if (verdict.status !== "undetermined" || verdict.problems[0]?.code !== "crl-missing") return verdict;
  return undetermined({ code: "crl-wrong-issuer", detail: `the CRL given is of ${stray.issuer}, not of ${issuer}` });
}

/** False only when neither the certificate's issuer nor its distribution points name the list's issuer. */
function mayConcern(crl: CertificateList, certificate: Certificate): boolean {
  try {
    const issuers = distributionPointsOf(certificate).flatMap((point) => crlIssuersOf(point, certificate));
    return issuers.some((name) => name.equals(crl.issuer));
  } catch (error) {
    if (isPkiError(error)) return true;
    throw error;
  }
}
