import type { RuleFacts } from "../rule.ts";

/** Checked apart from the other rules, because the signers of CRLs need paths of their own. */
export const notRevoked: RuleFacts = {
  id: "revoked-crl",
  raises: [
    "revoked-ocsp",
    "revoked-intermediate",
    "crl-missing",
    "crl-expired",
    "crl-not-yet-valid",
    "crl-bad-signature",
    "crl-wrong-issuer",
    "crl-wrong-scope",
    "crl-signer-no-crlsign",
    "crl-unknown-critical",
    "ocsp-unknown",
    "ocsp-expired",
    "ocsp-bad-signature",
    "ocsp-unauthorized-responder",
    "ocsp-try-later",
    "ocsp-nonce-mismatch",
    "malformed-der",
  ],
  severity: "error",
  citation: "RFC 5280 sections 6.1.3 (a) (3) and 6.3; RFC 6960 section 3.2",
  summary:
    "No certificate below the anchor is revoked; where it is required, a CRL or an OCSP response says so of each.",
};
