import type { CertificateRule, GivenRule, PathRule } from "../rule.ts";
import { akiCritical } from "./aki-critical.ts";
import { akiMismatch } from "./aki-mismatch.ts";
import { badSignature } from "./bad-signature.ts";
import { badTimeEncoding } from "./bad-time-encoding.ts";
import { bcNotCritical } from "./bc-not-critical.ts";
import { caNoKeyUsage } from "./ca-no-key-usage.ts";
import { caSubjectEmpty } from "./ca-subject-empty.ts";
import { policiesHold } from "./certificate-policies.ts";
import { certsignWithoutCa } from "./certsign-without-ca.ts";
import { chainTooLong } from "./chain-too-long.ts";
import { clockWrong } from "./clock-wrong.ts";
import { cnNotInSan } from "./cn-not-in-san.ts";
import { crossCertExpired } from "./cross-cert-expired.ts";
import { dupSerial } from "./dup-serial.ts";
import { duplicateCertificates } from "./duplicate-certificates.ts";
import { duplicateExtension } from "./duplicate-extension.ts";
import { emptySubjectSanNotCritical } from "./empty-subject-san-not-critical.ts";
import { expired } from "./expired.ts";
import { explicitEcParameters } from "./explicit-ec-parameters.ts";
import { intEkuAny } from "./int-eku-any.ts";
import { intEkuClientOnly } from "./int-eku-client-only.ts";
import { intermediateNoBasicConstraints } from "./intermediate-no-basic-constraints.ts";
import { intermediateNoCertsign } from "./intermediate-no-certsign.ts";
import { intermediateNotCa } from "./intermediate-not-ca.ts";
import { issuerNameEmpty } from "./issuer-name-empty.ts";
import { keyNotForWebpki } from "./key-not-for-webpki.ts";
import { keyUsageAsked } from "./key-usage-asked.ts";
import { kuNoDigitalSignature } from "./ku-no-digital-signature.ts";
import { leafEkuAny } from "./leaf-eku-any.ts";
import { leafEkuCritical } from "./leaf-eku-critical.ts";
import { leafIsCa } from "./leaf-is-ca.ts";
import { leafNoEku } from "./leaf-no-eku.ts";
import { leafNoKu } from "./leaf-no-ku.ts";
import { leafNoSki } from "./leaf-no-ski.ts";
import { malformedDer } from "./malformed-der.ts";
import { malformedExtension } from "./malformed-extension.ts";
import { missingIntermediate } from "./missing-intermediate.ts";
import { mustStapleNoStaple } from "./must-staple-no-staple.ts";
import { nameConstraintsHold } from "./name-constraints.ts";
import { ncEmpty } from "./nc-empty.ts";
import { ncInLeaf } from "./nc-in-leaf.ts";
import { ncNotCritical } from "./nc-not-critical.ts";
import { negativeSerial } from "./negative-serial.ts";
import { noAuthorityKeyIdentifier } from "./no-authority-key-identifier.ts";
import { noSubjectKeyIdentifier } from "./no-subject-key-identifier.ts";
import { notYetValid } from "./not-yet-valid.ts";
import { outlivesIssuer } from "./outlives-issuer.ts";
import { pathLoop } from "./path-loop.ts";
import { pathlenExceeded } from "./pathlen-exceeded.ts";
import { pathlenWithoutCa } from "./pathlen-without-ca.ts";
import { pathlenWithoutCertsign } from "./pathlen-without-certsign.ts";
import { policyConstraintsNotCritical } from "./policy-constraints-not-critical.ts";
import { rootAkiNotOwnKey } from "./root-aki-not-own-key.ts";
import { rootBeforeIntermediate } from "./root-before-intermediate.ts";
import { rootHasEku } from "./root-has-eku.ts";
import { rootSent } from "./root-sent.ts";
import { sanCriticalWithSubject } from "./san-critical-with-subject.ts";
import { sanDnsSyntax } from "./san-dns-syntax.ts";
import { selfSignedLeaf } from "./self-signed-leaf.ts";
import { selfSignedLeafTrusted } from "./self-signed-leaf-trusted.ts";
import { serialTooLong } from "./serial-too-long.ts";
import { signatureAlgorithmMismatch } from "./signature-algorithm-mismatch.ts";
import { signatureNotForWebpki } from "./signature-not-for-webpki.ts";
import { skiCritical } from "./ski-critical.ts";
import { smallKey } from "./small-key.ts";
import { trustOnlyIntermediate } from "./trust-only-intermediate.ts";
import { unknownCriticalExt } from "./unknown-critical-ext.ts";
import { unrelatedExtraCerts } from "./unrelated-extra-certs.ts";
import { untrustedRootSent } from "./untrusted-root-sent.ts";
import { validityTooLong } from "./validity-too-long.ts";
import { version1 } from "./version-1.ts";
import { weakDigest } from "./weak-digest.ts";
import { wildcardPublicSuffix } from "./wildcard-public-suffix.ts";
import { wrongEku } from "./wrong-eku.ts";
import { wrongHost } from "./wrong-host.ts";
import { zeroSerial } from "./zero-serial.ts";

/** The rules that look at one certificate. */
export const certificateRules: readonly CertificateRule[] = [
  malformedDer,
  malformedExtension,
  duplicateExtension,
  badTimeEncoding,
  issuerNameEmpty,
  version1,
  intermediateNoBasicConstraints,
  intermediateNotCa,
  intermediateNoCertsign,
  leafIsCa,
  expired,
  notYetValid,
  validityTooLong,
  unknownCriticalExt,
  ncNotCritical,
  ncInLeaf,
  ncEmpty,
  policyConstraintsNotCritical,
  wrongEku,
  intEkuClientOnly,
  intEkuAny,
  kuNoDigitalSignature,
  keyUsageAsked,
  leafEkuAny,
  leafNoEku,
  leafNoKu,
  mustStapleNoStaple,
  wrongHost,
  emptySubjectSanNotCritical,
  sanDnsSyntax,
  smallKey,
  explicitEcParameters,
  weakDigest,
  negativeSerial,
  zeroSerial,
  serialTooLong,
  bcNotCritical,
  caNoKeyUsage,
  noAuthorityKeyIdentifier,
  noSubjectKeyIdentifier,
  leafNoSki,
  pathlenWithoutCa,
  pathlenWithoutCertsign,
  certsignWithoutCa,
  caSubjectEmpty,
  akiCritical,
  skiCritical,
  cnNotInSan,
  keyNotForWebpki,
  leafEkuCritical,
  rootAkiNotOwnKey,
  rootHasEku,
  sanCriticalWithSubject,
  signatureNotForWebpki,
  wildcardPublicSuffix,
];

/** The rules that look at a whole path. */
export const pathRules: readonly PathRule[] = [
  signatureAlgorithmMismatch,
  badSignature,
  akiMismatch,
  pathlenExceeded,
  chainTooLong,
  pathLoop,
  selfSignedLeaf,
  untrustedRootSent,
  missingIntermediate,
  trustOnlyIntermediate,
  selfSignedLeafTrusted,
  clockWrong,
  outlivesIssuer,
  nameConstraintsHold,
  policiesHold,
];

/** The rules that look at what was given beside the path. */
export const givenRules: readonly GivenRule[] = [
  duplicateCertificates,
  rootSent,
  unrelatedExtraCerts,
  rootBeforeIntermediate,
  crossCertExpired,
  dupSerial,
];
