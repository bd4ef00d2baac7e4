import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** rustls with webpki: an anchor is a name, a key and name constraints; key usage and policies are not read. */
export const rustls: RuleSet = {
  name: "rustls",
  summary: "rustls with rustls-webpki.",
  severities: {
    ...rfc5280.severities,
    "leaf-is-ca": "error",
    "leaf-eku-any": "error",
    "self-signed-ca-leaf-trusted": "error",
    "aki-mismatch": "warning",
    "intermediate-no-certsign": "warning",
    "ku-no-digital-signature": "warning",
    "policy-required": "warning",
    "policy-mapping-inhibited": "warning",
    "policy-malformed": "warning",
  },
  settings: { partialChains: true, anchors: "name-and-key", commonNames: false },
};
