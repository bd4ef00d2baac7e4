import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** Chromium's own verifier, with roots that the user has added. */
export const chromium: RuleSet = {
  name: "chromium",
  summary: "Chromium with a private root.",
  severities: {
    ...rfc5280.severities,
    "trust-only-intermediate": "error",
    "trust-only-leaf": "error",
    "self-signed-leaf-trusted": "error",
    "aki-mismatch": "warning",
    "rsa1024-leaf": "warning",
    "rsa1024-ca": "warning",
    "expired-root": "warning",
    "not-yet-valid": "warning",
  },
  settings: { partialChains: false, anchors: "certificate", commonNames: false },
};
