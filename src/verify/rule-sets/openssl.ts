import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** OpenSSL 3.0 at security level 2, as Debian builds it, and what is built on it: curl, Python to 3.12, Ruby, PHP, Perl. */
export const openssl: RuleSet = {
  name: "openssl",
  summary: "OpenSSL 3.0 at security level 2: curl, Python to 3.12, Ruby, PHP, Perl.",
  severities: {
    ...rfc5280.severities,
    "trust-only-intermediate": "error",
    "trust-only-leaf": "error",
    // X509_PURPOSE_check: anyExtendedKeyUsage alone is not the purpose asked for.
    "leaf-eku-any": "error",
    "int-eku-any": "error",
    // Not among the extensions that X509_supported_extension lists.
    "aki-critical": "error",
    "ski-critical": "error",
    "ku-no-digital-signature": "warning",
    "version-1": "warning",
    "issuer-name-empty": "warning",
    "explicit-ec-parameters": "warning",
    // Only with X509_V_FLAG_POLICY_CHECK.
    "policy-required": "warning",
    "policy-mapping-inhibited": "warning",
    "policy-malformed": "warning",
  },
  settings: { partialChains: false, anchors: "certificate", commonNames: true },
};
