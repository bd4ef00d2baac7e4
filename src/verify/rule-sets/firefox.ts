import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** Firefox's mozilla::pkix, with roots that the user has imported. */
export const firefox: RuleSet = {
  name: "firefox",
  summary: "Firefox with a private root.",
  severities: {
    ...rfc5280.severities,
    "self-signed-ca-leaf-trusted": "error",
    "leaf-is-ca": "error",
    "leaf-eku-any": "error",
    "must-staple-no-staple": "error",
    "dup-serial-b": "error",
    "aki-mismatch": "warning",
    "rsa1024-leaf": "warning",
    "rsa1024-ca": "warning",
    "policy-required": "warning",
    "policy-mapping-inhibited": "warning",
  },
  settings: { partialChains: true, anchors: "certificate", commonNames: false },
};
