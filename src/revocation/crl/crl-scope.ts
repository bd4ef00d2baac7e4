import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import { type DistributionPoint, type ReasonFlag, reasonFlags } from "../../x509/distribution-point.ts";
import {
  type IssuingDistributionPoint,
  issuingDistributionPoint,
} from "../../x509/extensions/issuing-distribution-point.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";
import { crlIssuersOf, fullNamesOf, sharesName } from "./distribution-points.ts";

/** Every reason for which a certificate can be revoked; bit 0 of ReasonFlags is unused. */
export const allReasons: readonly ReasonFlag[] = reasonFlags.filter((flag) => flag !== "unused");

/** What a list covers: reasons for which the certificate can be revoked, or why it does not speak of the certificate. */
export type CrlScope =
  | { readonly reasons: readonly ReasonFlag[]; readonly problem?: never }
  | { readonly reasons?: never; readonly problem: RevocationProblem };

/**
 * The scope of a list over all distribution points of a certificate that name the list's issuer (RFC 5280 section 6.3.3 steps b and d).
 * @param points at least one of them names the list's issuer.
 */
export function scopeOf(
  crl: CertificateList,
  certificate: Certificate,
  points: readonly DistributionPoint[],
): CrlScope {
  const ofIssuer = points.filter((point) => crlIssuersOf(point, certificate).some((name) => name.equals(crl.issuer)));
  const problems = ofIssuer.map((point) => scopeProblem(crl, certificate, point));
  const inScope = ofIssuer.filter((_, i) => problems[i] === undefined);
  const detail = problems[0];
  if (inScope.length === 0 && detail !== undefined) return { problem: { code: "crl-wrong-scope", detail } };
  return { reasons: inScope.flatMap((point) => coveredReasons(crl, point)) };
}

function scopeProblem(crl: CertificateList, certificate: Certificate, point: DistributionPoint): string | undefined {
  const scope = crl.extension(issuingDistributionPoint)?.value;
  if (point.crlIssuer !== undefined && !scope?.indirectCrl)
    return "the distribution point names another issuer for its CRLs, and the list is not an indirect one";
  return scope && (kindProblem(scope, certificate) ?? nameProblem(scope, crl, certificate, point));
}

function coveredReasons(crl: CertificateList, { reasons }: DistributionPoint): readonly ReasonFlag[] {
  const { onlySomeReasons } = crl.extension(issuingDistributionPoint)?.value ?? {};
  const covers = (flags: readonly ReasonFlag[] | undefined, flag: ReasonFlag) => flags?.includes(flag) ?? true;
  return allReasons.filter((flag) => covers(onlySomeReasons, flag) && covers(reasons, flag));
}

function kindProblem(scope: IssuingDistributionPoint, certificate: Certificate): string | undefined {
  const { onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts } = scope;
  if (onlyContainsAttributeCerts) return "the list is for attribute certificates";
  if (!onlyContainsUserCerts && !onlyContainsCaCerts) return undefined;
  if (certificate.version !== 3) return "a list for one kind of certificate holds none of version 1 or 2"; // RFC 5280 section 5.2.5
  const isCa = certificate.basicConstraints?.value.ca === true;
  if (onlyContainsUserCerts && isCa) return "the list is for end entities, and the certificate is a CA's";
  return onlyContainsCaCerts && !isCa ? "the list is for CAs, and the certificate is no CA's" : undefined;
}

function nameProblem(
  scope: IssuingDistributionPoint,
  crl: CertificateList,
  certificate: Certificate,
  point: DistributionPoint,
): string | undefined {
  const ofList = fullNamesOf(scope, crl.issuer);
  if (ofList.length === 0) return undefined;
  const [issuer = certificate.issuer] = crlIssuersOf(point, certificate);
  const ofPoint = fullNamesOf(point, issuer);
  const shared = sharesName(ofList, ofPoint.length > 0 ? ofPoint : (point.crlIssuer ?? []));
  return shared ? undefined : "the list is for another distribution point than those of the certificate";
}
