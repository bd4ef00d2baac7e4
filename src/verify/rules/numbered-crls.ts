import type { RuleFacts } from "../rule.ts";

/** Checked with revocation, where the CRLs are read. */
export const numberedCrls: RuleFacts = {
  id: "crl-no-number",
  raises: ["crl-number-critical"],
  severity: "warning",
  citation: "RFC 5280 section 5.2.3",
  summary: "A CRL has a number, and it is not critical.",
};
