import { isPkiError } from "../../errors/pki-error.ts";
import { crlIssuersOf, distributionPointsOf } from "../../revocation/crl/distribution-points.ts";
import { type RevocationVerdict, undetermined } from "../../revocation/revocation-verdict.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import type { Name } from "../../x509/name.ts";
import { checkRevocation, type RevocationOptions } from "./check-revocation.ts";
import { believedSigners, type Path } from "./crl-signers.ts";
import type { RevocationSources } from "./revocation-sources.ts";

export interface PathRevocationOptions extends Omit<RevocationOptions, "findSigners"> {
  /**
   * Paths from certificates of this name to the path's own trust anchor, on which all but revocation has been checked: the CRL issuers of
   * indirect lists, and of CAs that sign certificates and lists with different keys (RFC 5280 section 6.3.3 step f).
   */
  readonly findSignerPaths: (crlIssuer: Name) => readonly Path[];
}

/**
 * The revocation of every certificate of a path but its trust anchor (RFC 5280 section 6.1.3 step a 3).
 * @param path leaf first, the trust anchor last.
 * @returns one verdict for each, leaf first.
 */
export function checkPathRevocation(
  path: Path,
  sources: RevocationSources,
  { findSignerPaths, ...options }: PathRevocationOptions,
): readonly RevocationVerdict[] {
  const isUnrevoked = (signerPath: Path) => verdictsOf(signerPath).every(({ status }) => status === "good");
  const findSigners = believedSigners(findSignerPaths, isUnrevoked);
  const verdictsOf = (some: Path) =>
    some.slice(0, -1).map((certificate, i) => {
      const issuer = some[i + 1] as Certificate;
      return checkRevocation({ certificate, issuer }, sources, { ...options, findSigners });
    });
  const strays = sources.crls.filter((crl) => !path.slice(0, -1).some((certificate) => mayConcern(crl, certificate)));
  return verdictsOf(path).map((verdict, i) => blameStray(verdict, strays[0], path[i] as Certificate));
}

/** A list is missing while one of somebody who has no part in the path was given: that one is the wrong list. */
function blameStray(
  verdict: RevocationVerdict,
  stray: CertificateList | undefined,
  { issuer }: Certificate,
): RevocationVerdict {
  const isMissing = verdict.status === "undetermined" && verdict.problems[0]?.code === "crl-missing";
  if (!isMissing || stray === undefined) return verdict;
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
