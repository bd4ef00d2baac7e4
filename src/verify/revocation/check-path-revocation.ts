import { isPkiError } from "../../errors/pki-error.ts";
import { crlIssuersOf, distributionPointsOf } from "../../revocation/crl/distribution-points.ts";
import { speaksOf } from "../../revocation/ocsp/check-ocsp.ts";
import type { OcspResponse } from "../../revocation/ocsp/ocsp-response.ts";
import { type RevocationSubject, type RevocationVerdict, undetermined } from "../../revocation/revocation-verdict.ts";
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
  const subjects = path.slice(0, -1).map((certificate, i) => ({ certificate, issuer: path[i + 1] as Certificate }));
  const stray = sources.crls.find((crl) => !subjects.some(({ certificate }) => mayConcern(crl, certificate)));
  return subjects.map((subject) => {
    const responses = responsesFor(subject, subjects, sources.responses);
    const verdict = checkRevocation(subject, { ...sources, responses }, options);
    return stray === undefined ? verdict : blameStray(verdict, stray, subject.certificate);
  });
}

/** The responses about a certificate, and those about nobody on the path. */
function responsesFor(
  subject: RevocationSubject,
  subjects: readonly RevocationSubject[],
  responses: readonly OcspResponse[],
): readonly OcspResponse[] {
  return responses.filter(
    (response) => speaksOf(response, subject) || !subjects.some((other) => speaksOf(response, other)),
  );
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
