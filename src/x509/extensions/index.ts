import type { ExtensionCodec } from "../extension.ts";
import { authorityInfoAccess } from "./authority-info-access.ts";
import { authorityKeyIdentifier } from "./authority-key-identifier.ts";
import { basicConstraints } from "./basic-constraints.ts";
import { certificateIssuer } from "./certificate-issuer.ts";
import { certificatePolicies } from "./certificate-policies.ts";
import { crlDistributionPoints } from "./crl-distribution-points.ts";
import { crlNumber } from "./crl-number.ts";
import { deltaCrlIndicator } from "./delta-crl-indicator.ts";
import { extendedKeyUsage } from "./extended-key-usage.ts";
import { freshestCrl } from "./freshest-crl.ts";
import { holdInstruction } from "./hold-instruction.ts";
import { inhibitAnyPolicy } from "./inhibit-any-policy.ts";
import { invalidityDate } from "./invalidity-date.ts";
import { issuerAltName } from "./issuer-alt-name.ts";
import { issuingDistributionPoint } from "./issuing-distribution-point.ts";
import { keyUsage } from "./key-usage.ts";
import { microsoftSid } from "./microsoft-sid.ts";
import { microsoftTemplate } from "./microsoft-template.ts";
import { microsoftTemplateName } from "./microsoft-template-name.ts";
import { nameConstraints } from "./name-constraints.ts";
import { netscapeCertType } from "./netscape-cert-type.ts";
import { netscapeComment } from "./netscape-comment.ts";
import { ocspNoCheck } from "./ocsp-no-check.ts";
import { policyConstraints } from "./policy-constraints.ts";
import { policyMappings } from "./policy-mappings.ts";
import { precertPoison } from "./precert-poison.ts";
import { privateKeyUsagePeriod } from "./private-key-usage-period.ts";
import { reasonCode } from "./reason-code.ts";
import { sctList } from "./sct-list.ts";
import { subjectAltName } from "./subject-alt-name.ts";
import { subjectDirectoryAttributes } from "./subject-directory-attributes.ts";
import { subjectInfoAccess } from "./subject-info-access.ts";
import { subjectKeyIdentifier } from "./subject-key-identifier.ts";
import { tlsFeature } from "./tls-feature.ts";

/** Every extension that rootcause reads and writes. The values differ by codec: look at one through its own export. */
export const extensionCodecs: readonly ExtensionCodec<unknown>[] = [
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificateIssuer,
  certificatePolicies,
  crlDistributionPoints,
  crlNumber,
  deltaCrlIndicator,
  extendedKeyUsage,
  freshestCrl,
  holdInstruction,
  inhibitAnyPolicy,
  invalidityDate,
  issuerAltName,
  issuingDistributionPoint,
  keyUsage,
  microsoftSid,
  microsoftTemplateName,
  microsoftTemplate,
  nameConstraints,
  netscapeCertType,
  netscapeComment,
  ocspNoCheck,
  policyConstraints,
  policyMappings,
  precertPoison,
  privateKeyUsagePeriod,
  reasonCode,
  sctList,
  subjectAltName,
  subjectDirectoryAttributes,
  subjectInfoAccess,
  subjectKeyIdentifier,
  tlsFeature,
];

const byOid = new Map(extensionCodecs.map((codec) => [codec.oid, codec]));

/** The codec of an extension type, dotted. */
export function knownExtension(oid: string): ExtensionCodec<unknown> | undefined {
  return byOid.get(oid);
}
