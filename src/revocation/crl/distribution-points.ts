import { equalBytes } from "../../asn1/bytes.ts";
import { DerReader } from "../../asn1/reader.ts";
import { sequence, setOf } from "../../asn1/writer.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { DistributionPoint, DistributionPointName } from "../../x509/distribution-point.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import { encodeGeneralName, type GeneralName } from "../../x509/general-name.ts";
import { Name } from "../../x509/name.ts";
import { encodeNameAttribute } from "../../x509/name-attribute.ts";

/**
 * Where CRLs for a certificate may come from: its distribution points, and last the one that RFC 5280 section 6.3.3 assumes, with the
 * issuer's own name, for CRLs of the issuer that no point mentions. @throws PkiError when the extension does not decode
 */
export function distributionPointsOf(certificate: Certificate): readonly DistributionPoint[] {
  const assumed: DistributionPoint = { fullName: [{ kind: "directoryName", name: certificate.issuer }] };
  return [...(certificate.extension(crlDistributionPoints)?.value ?? []), assumed];
}

/** The distinguished names of whoever signs the CRLs of a point: its crlIssuer, otherwise the issuer of the certificate. */
export function crlIssuersOf({ crlIssuer }: DistributionPoint, certificate: Certificate): readonly Name[] {
  return crlIssuer?.flatMap((name) => (name.kind === "directoryName" ? [name.name] : [])) ?? [certificate.issuer];
}

/** The full names of a point. A relative one is the last RDN of a name that begins as that of the CRL issuer (RFC 5280 section 4.2.1.13). */
export function fullNamesOf(
  { fullName, relativeName }: DistributionPointName,
  crlIssuer: Name,
): readonly GeneralName[] {
  if (fullName !== undefined || relativeName === undefined) return fullName ?? [];
  const rdns = DerReader.of(crlIssuer.der).next().content;
  const rdn = setOf(...relativeName.map(encodeNameAttribute));
  return [{ kind: "directoryName", name: Name.parse(sequence(rdns, rdn)) }];
}

/** True when the lists have a name in common. */
export function sharesName(some: readonly GeneralName[], others: readonly GeneralName[]): boolean {
  return some.some((name) => others.some((other) => isSameName(name, other)));
}

function isSameName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === "directoryName" && b.kind === "directoryName") return a.name.equals(b.name);
  return equalBytes(encodeGeneralName(a), encodeGeneralName(b));
}
