import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** Java 17's PKIX: an anchor is a name and a key; SHA-1 is disabled only below public roots, RSA only under 1024 bits. */
export const java: RuleSet = {
  name: "java",
  summary: "Java 17's PKIX validator with HTTPS host names.",
  severities: {
    ...rfc5280.severities,
    "empty-subject-san-not-critical": "error",
    "aki-mismatch": "warning",
    "int-eku-client-only": "warning",
    "sha1-signature": "warning",
    "rsa1024-leaf": "warning",
    "rsa1024-ca": "warning",
    "version-1": "warning",
  },
  settings: { partialChains: true, anchors: "name-and-key", commonNames: true },
};
