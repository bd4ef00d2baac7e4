import { basicConstraintsRule } from "./basic-constraints-rule.ts";
import { extendedKeyUsageRule } from "./extended-key-usage-rule.ts";
import { extensionsRule } from "./extensions-rule.ts";
import { issuerConstraintsRule } from "./issuer-constraints-rule.ts";
import { issuerRule } from "./issuer-rule.ts";
import { keyUsageRule } from "./key-usage-rule.ts";
import { namePatternsRule } from "./name-patterns-rule.ts";
import { outlivesIssuerRule } from "./outlives-issuer-rule.ts";
import type { PolicyRule } from "./policy-rule.ts";
import { publicKeyRule } from "./public-key-rule.ts";
import { serialNumberRule } from "./serial-number-rule.ts";
import { signatureRule } from "./signature-rule.ts";
import { subjectAltNameRule } from "./subject-alt-name-rule.ts";
import { subjectRule } from "./subject-rule.ts";
import { validityRule } from "./validity-rule.ts";

/** Every rule, in the order in which people read a certificate. */
export const policyRules: readonly PolicyRule[] = [
  serialNumberRule,
  signatureRule,
  issuerRule,
  validityRule,
  outlivesIssuerRule,
  subjectRule,
  publicKeyRule,
  subjectAltNameRule,
  namePatternsRule,
  issuerConstraintsRule,
  basicConstraintsRule,
  keyUsageRule,
  extendedKeyUsageRule,
  extensionsRule,
];
