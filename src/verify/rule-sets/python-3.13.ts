import type { RuleSet } from "../rule-set.ts";
import { openssl } from "./openssl.ts";

/** What `ssl.create_default_context` asks of OpenSSL since Python 3.13: X509_V_FLAG_X509_STRICT and X509_V_FLAG_PARTIAL_CHAIN. */
export const python313: RuleSet = {
  name: "python-3.13",
  summary: "Python 3.13's default context: OpenSSL with strict shapes, partial chains allowed.",
  severities: {
    ...openssl.severities,
    "trust-only-intermediate": "notice",
    "trust-only-leaf": "notice",
    "version-1": "error",
    "issuer-name-empty": "error",
    "ca-subject-empty": "error",
    "explicit-ec-parameters": "error",
    "pathlen-without-ca": "error",
    "pathlen-without-certsign": "error",
    "certsign-without-ca": "error",
    "strict-leaf-no-aki": "error",
    "strict-int-no-aki": "error",
    "strict-int-no-ski": "error",
    "strict-root-no-ski": "error",
    "strict-int-bc-not-critical": "error",
    "strict-root-bc-not-critical": "error",
    "strict-int-no-key-usage": "error",
    "strict-root-no-key-usage": "error",
    "empty-subject-san-not-critical": "error",
  },
  settings: { ...openssl.settings, partialChains: true },
};
