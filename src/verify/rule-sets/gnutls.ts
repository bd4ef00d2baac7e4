import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

/** GnuTLS 3.7 with its default priority: wget, git on Debian, and much of GNOME. */
export const gnutls: RuleSet = {
  name: "gnutls",
  summary: "GnuTLS 3.7: wget, git on Debian.",
  severities: {
    ...rfc5280.severities,
    "must-staple-no-staple": "error",
    "ku-no-digital-signature": "warning",
    "rsa1024-leaf": "warning",
    "rsa1024-ca": "warning",
    "version-1": "warning",
    "policy-required": "warning",
    "policy-mapping-inhibited": "warning",
  },
  settings: { partialChains: true, anchors: "certificate", commonNames: true },
};
