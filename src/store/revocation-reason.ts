/**
 * Why a certificate was revoked, by the names of RFC 5280 section 5.3.1 (CRLReason). `removeFromCRL` is missing: it says that a hold was
 * lifted, which here is an act of its own.
 */
export const revocationReasons = [
  "unspecified",
  "keyCompromise",
  "cACompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
  "certificateHold",
  "privilegeWithdrawn",
  "aACompromise",
] as const;

export type RevocationReason = (typeof revocationReasons)[number];
