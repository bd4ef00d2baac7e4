import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** What the CA/Browser Forum's Baseline Requirements ask of public server certificates, as x509-limbo reads them. */
export const webpki: RuleSet = {
  name: "webpki",
  summary: "CA/Browser Forum Baseline Requirements: what public CAs may not issue is an error.",
  severities: {
    "san-dns-syntax": "error",
    "empty-subject-san-not-critical": "error",
    "leaf-eku-any": "error",
    "leaf-eku-with-any": "error",
    "leaf-no-eku": "error",
    "leaf-is-ca": "error",
    "aki-critical": "error",
    "ski-critical": "error",
    "strict-leaf-no-aki": "error",
    "strict-int-no-aki": "error",
    "strict-int-no-ski": "error",
    "strict-root-no-ski": "error",
    "strict-int-bc-not-critical": "error",
    "strict-root-bc-not-critical": "error",
    "strict-int-no-key-usage": "error",
    "strict-root-no-key-usage": "error",
    "pathlen-without-certsign": "error",
    "certsign-without-ca": "error",
    "ca-subject-empty": "error",
    "negative-serial": "error",
    "zero-serial": "error",
    "serial-too-long": "error",
    "nc-in-leaf": "error",
    "nc-empty": "error",
    "policy-constraints-not-critical": "error",
    "validity-too-long": "warning",
    "validity-900d": "warning",
  },
  settings: rfc5280.settings,
};
