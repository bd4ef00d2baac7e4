import type { PolicyConstraints } from "../../x509/extensions/policy-constraints.ts";
import type { PolicyMapping } from "../../x509/extensions/policy-mappings.ts";

/** What policy processing reads of one certificate; undefined: the extension is not there. */
export interface PolicyCertificate {
  readonly isSelfIssued: boolean;
  /** The policy OIDs of certificatePolicies. */
  readonly certificatePolicies: readonly string[] | undefined;
  readonly policyMappings: readonly PolicyMapping[] | undefined;
  readonly policyConstraints: PolicyConstraints | undefined;
  readonly inhibitAnyPolicy: number | undefined;
}

/** The inputs (c), (e), (f) and (g) of RFC 5280 section 6.1.1. */
export interface PolicyInputs {
  /** user-initial-policy-set; empty means anyPolicy. */
  readonly initialPolicySet: readonly string[];
  readonly explicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
}
