import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** Go's crypto/x509: every root is an anchor, key identifiers only sort, policies are not processed. */
export const go: RuleSet = {
  name: "go",
  summary: "Go's crypto/x509.",
  severities: {
    ...rfc5280.severities,
    "aki-mismatch": "warning",
    "ku-no-digital-signature": "warning",
    "rsa1024-leaf": "warning",
    "rsa1024-ca": "warning",
    "version-1": "warning",
    "issuer-name-empty": "warning",
    "policy-required": "warning",
    "policy-mapping-inhibited": "warning",
  },
  settings: { partialChains: true, anchors: "certificate", commonNames: false },
};
