import type { RuleSet } from "../rule-set.ts";
import { openssl } from "./openssl.ts";

/** Node 20: its own OpenSSL at security level 1, which takes 80 bits of strength. */
export const node: RuleSet = {
  name: "node",
  summary: "Node.js: OpenSSL at security level 1.",
  severities: { ...openssl.severities, "rsa1024-leaf": "warning", "rsa1024-ca": "warning" },
  settings: openssl.settings,
};
