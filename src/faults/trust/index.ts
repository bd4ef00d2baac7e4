import type { Fault } from "../fault.ts";
import { akiMismatch } from "./aki-mismatch.ts";
import { badSignatureIntermediate } from "./bad-signature-intermediate.ts";
import { badSignatureLeaf } from "./bad-signature-leaf.ts";
import { chainTooLong } from "./chain-too-long.ts";
import { crossCertExpired } from "./cross-cert-expired.ts";
import { crossSignExpiredAlt } from "./cross-sign-expired-alt.ts";
import { duplicateCertificates } from "./duplicate-certificates.ts";
import { leafIsCa } from "./leaf-is-ca.ts";
import { missingIntermediate } from "./missing-intermediate.ts";
import { pathLoop } from "./path-loop.ts";
import { rootBeforeIntermediate } from "./root-before-intermediate.ts";
import { rootSent } from "./root-sent.ts";
import { sameNameIssuerOtherKey } from "./same-name-issuer-other-key.ts";
import { selfSignedCaLeaf } from "./self-signed-ca-leaf.ts";
import { selfSignedCaLeafTrusted } from "./self-signed-ca-leaf-trusted.ts";
import { selfSignedLeaf } from "./self-signed-leaf.ts";
import { selfSignedLeafTrusted } from "./self-signed-leaf-trusted.ts";
import { trustOnlyIntermediate } from "./trust-only-intermediate.ts";
import { trustOnlyLeaf } from "./trust-only-leaf.ts";
import { unrelatedExtraCerts } from "./unrelated-extra-certs.ts";
import { untrustedRootNotSent } from "./untrusted-root-not-sent.ts";
import { untrustedRootSent } from "./untrusted-root-sent.ts";

/** The faults of this group, in the order of the documentation. */
export const trustFaults: readonly Fault[] = [
  selfSignedLeaf,
  selfSignedCaLeaf,
  untrustedRootSent,
  untrustedRootNotSent,
  missingIntermediate,
  trustOnlyIntermediate,
  trustOnlyLeaf,
  selfSignedLeafTrusted,
  selfSignedCaLeafTrusted,
  leafIsCa,
  sameNameIssuerOtherKey,
  badSignatureLeaf,
  badSignatureIntermediate,
  akiMismatch,
  rootBeforeIntermediate,
  unrelatedExtraCerts,
  duplicateCertificates,
  rootSent,
  crossSignExpiredAlt,
  crossCertExpired,
  pathLoop,
  chainTooLong,
];
