import { toHex } from "../../asn1/bytes.ts";
import { oidName, oidWords } from "../../asn1/oids.ts";
import { ocspNonce } from "../../revocation/ocsp/ocsp-nonce.ts";
import { archiveCutoff } from "../../revocation/respond/archive-cutoff.ts";
import { extendedRevoke } from "../../revocation/respond/extended-revoke.ts";
import type { AccessDescription } from "../../x509/access-description.ts";
import type { DistributionPoint } from "../../x509/distribution-point.ts";
import type { ExtensionCodec } from "../../x509/extension.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../x509/extensions/delta-crl-indicator.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { freshestCrl } from "../../x509/extensions/freshest-crl.ts";
import { inhibitAnyPolicy } from "../../x509/extensions/inhibit-any-policy.ts";
import { issuerAltName } from "../../x509/extensions/issuer-alt-name.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import { type KeyUsageBit, keyUsage } from "../../x509/extensions/key-usage.ts";
import { microsoftSid } from "../../x509/extensions/microsoft-sid.ts";
import { microsoftTemplate } from "../../x509/extensions/microsoft-template.ts";
import { microsoftTemplateName } from "../../x509/extensions/microsoft-template-name.ts";
import { type GeneralSubtree, nameConstraints } from "../../x509/extensions/name-constraints.ts";
import { netscapeCertType } from "../../x509/extensions/netscape-cert-type.ts";
import { netscapeComment } from "../../x509/extensions/netscape-comment.ts";
import { ocspNoCheck } from "../../x509/extensions/ocsp-no-check.ts";
import { policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../x509/extensions/policy-mappings.ts";
import { precertPoison } from "../../x509/extensions/precert-poison.ts";
import { privateKeyUsagePeriod } from "../../x509/extensions/private-key-usage-period.ts";
import { sctList } from "../../x509/extensions/sct-list.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { subjectDirectoryAttributes } from "../../x509/extensions/subject-directory-attributes.ts";
import { subjectInfoAccess } from "../../x509/extensions/subject-info-access.ts";
import { subjectKeyIdentifier } from "../../x509/extensions/subject-key-identifier.ts";
import { tlsFeature, tlsFeatureNumbers } from "../../x509/extensions/tls-feature.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { timeText } from "../text/time.ts";

const bitWords: Readonly<Record<KeyUsageBit, string>> = {
  digitalSignature: "signs handshakes and messages",
  nonRepudiation: "signs what binds its owner",
  keyEncipherment: "takes keys that are encrypted to it (RSA key exchange)",
  dataEncipherment: "takes data that is encrypted to it",
  keyAgreement: "agrees on keys (Diffie-Hellman)",
  keyCertSign: "signs certificates",
  cRLSign: "signs CRLs",
  encipherOnly: "the agreed key only encrypts",
  decipherOnly: "the agreed key only decrypts",
};

/** What an extension says, line by line. */
const rows: readonly (readonly [oid: string, words: (value: Uint8Array) => readonly string[]])[] = [
  row(basicConstraints, ({ ca, pathLength }) => [ca ? `a CA${pathLengthWords(pathLength)}` : "not a CA"]),
  row(keyUsage, (bits) => bits.map((bit) => `${bit}: ${bitWords[bit]}`)),
  row(extendedKeyUsage, (purposes) => purposes.map(nameAndWords)),
  row(subjectAltName, (names) => [`the ${names.length === 1 ? "name" : `${names.length} names`} above`]),
  row(issuerAltName, (names) => names.map(generalNameText)),
  row(subjectKeyIdentifier, (keyId) => [colons(keyId)]),
  row(authorityKeyIdentifier, ({ keyId, issuer, serial }) => [
    ...(keyId ? [`the issuer's key is ${colons(keyId)}`] : []),
    ...(issuer ? [`the issuer's certificate comes from ${issuer.map(generalNameText).join(", ")}`] : []),
    ...(serial ? [`the issuer's certificate has serial number ${toHex(serial)}`] : []),
  ]),
  row(nameConstraints, ({ permitted, excluded }) => [
    ...permitted.map((subtree) => `only ${subtreeText(subtree)}`),
    ...excluded.map((subtree) => `never ${subtreeText(subtree)}`),
  ]),
  row(certificatePolicies, (policies) => policies.map(({ oid }) => nameAndWords(oid))),
  row(policyMappings, (mappings) => mappings.map((it) => `${it.issuerDomain} counts as ${it.subjectDomain} below`)),
  row(policyConstraints, ({ requireExplicitPolicy: required, inhibitPolicyMapping: inhibited }) => [
    ...(required === undefined ? [] : [`a policy is required ${afterCertificates(required)}`]),
    ...(inhibited === undefined ? [] : [`no policy mapping ${afterCertificates(inhibited)}`]),
  ]),
  row(inhibitAnyPolicy, (skip) => [`anyPolicy no longer counts ${afterCertificates(skip)}`]),
  row(crlDistributionPoints, (points) => points.map(distributionPointText)),
  row(freshestCrl, (points) => points.map(distributionPointText)),
  row(authorityInfoAccess, (descriptions) => descriptions.map(accessText)),
  row(subjectInfoAccess, (descriptions) => descriptions.map(accessText)),
  row(tlsFeature, (features) => features.map(tlsFeatureWords)),
  row(ocspNoCheck, () => ["this OCSP responder's own certificate need not be checked for revocation"]),
  row(sctList, (timestamps) =>
    timestamps.map((it) => `logged ${timeText(it.timestamp)} in ${toHex(it.logId).slice(0, 16)}…`),
  ),
  row(precertPoison, () => ["a precertificate: for a log's eyes, never to be used"]),
  row(privateKeyUsagePeriod, ({ notBefore, notAfter }) => [
    ...(notBefore ? [`the key signs from ${timeText(notBefore)}`] : []),
    ...(notAfter ? [`the key signs until ${timeText(notAfter)}`] : []),
  ]),
  row(subjectDirectoryAttributes, (attributes) => attributes.map(({ oid }) => oidWords(oid))),
  row(netscapeComment, (comment) => [JSON.stringify(comment)]),
  row(netscapeCertType, (types) => types),
  row(microsoftTemplateName, (name) => [JSON.stringify(name)]),
  row(microsoftTemplate, ({ oid, majorVersion = 0, minorVersion = 0 }) => [
    `${oid} version ${majorVersion}.${minorVersion}`,
  ]),
  row(microsoftSid, (sid) => [sid]),
  row(ocspNonce, (nonce) => [toHex(nonce)]),
  row(archiveCutoff, (since) => [`knows certificates that expired since ${timeText(since)}`]),
  row(extendedRevoke, () => ["says revoked of certificates that were never issued"]),
  row(crlNumber, (number) => [`${number}`]),
  row(deltaCrlIndicator, (base) => [`adds to the CRL with number ${base}`]),
  row(issuingDistributionPoint, (point) => [
    ...(point.fullName ?? []).map(generalNameText),
    ...(point.onlyContainsUserCerts ? ["only certificates of end entities"] : []),
    ...(point.onlyContainsCaCerts ? ["only certificates of CAs"] : []),
    ...(point.onlyContainsAttributeCerts ? ["only attribute certificates"] : []),
    ...(point.onlySomeReasons ? [`only revoked for ${point.onlySomeReasons.join(", ")}`] : []),
    ...(point.indirectCrl ? ["lists certificates of other issuers too (an indirect CRL)"] : []),
  ]),
];

const byOid = new Map(rows);

/** The lines of one extension; undefined when rootcause does not know it. @throws PkiError when it does not decode */
export function extensionMeaning(oid: string, value: Uint8Array): readonly string[] | undefined {
  return byOid.get(oid)?.(value);
}

/** `ab:cd:ef`. */
export function colons(bytes: Uint8Array): string {
  return toHex(bytes).replace(/..(?!$)/g, "$&:");
}

function row<T>(
  codec: ExtensionCodec<T>,
  words: (value: T) => readonly string[],
): readonly [string, (value: Uint8Array) => readonly string[]] {
  return [codec.oid, (value) => words(codec.decode(value))];
}

function pathLengthWords(length: number | undefined): string {
  if (length === undefined) return ", with any number of CAs below it";
  return length === 0
    ? ", with no CA below it"
    : `, with at most ${length} CA${length === 1 ? "" : "s"} in a row below it`;
}

function nameAndWords(oid: string): string {
  const name = oidName(oid);
  return name === undefined ? oid : `${name}: ${oidWords(oid)}`;
}

function subtreeText({ base, minimum, maximum }: GeneralSubtree): string {
  const range = minimum === 0 && maximum === undefined ? "" : ` (distance ${minimum} to ${maximum ?? "any"})`;
  return `${generalNameText(base)}${range}`;
}

function afterCertificates(count: number): string {
  return count === 0 ? "from here on" : `after ${count} more certificate${count === 1 ? "" : "s"}`;
}

function distributionPointText({ fullName, relativeName, reasons, crlIssuer }: DistributionPoint): string {
  const where = fullName?.map(generalNameText).join(" or ") ?? (relativeName ? "a name below the issuer's" : "");
  const why = reasons ? ` for ${reasons.join(", ")}` : "";
  const who = crlIssuer ? ` signed by ${crlIssuer.map(generalNameText).join(", ")}` : "";
  return `${where}${why}${who}`.trim();
}

function accessText({ method, location }: AccessDescription): string {
  return `${oidWords(method)}: ${generalNameText(location)}`;
}

function tlsFeatureWords(feature: number): string {
  if (feature === tlsFeatureNumbers.statusRequest)
    return "must staple: the server promises an OCSP answer in every handshake";
  return feature === tlsFeatureNumbers.statusRequestV2
    ? "must staple, for the whole chain"
    : `TLS extension ${feature}`;
}
