import type { PolicyCertificate, PolicyInputs } from "./policy-inputs.ts";

/** explicit_policy, policy_mapping and inhibit_anyPolicy: after how many more certificates each comes into force; 0 = now (RFC 5280 section 6.1.2). */
export class PolicyCounters {
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;

  constructor(pathLength: number, inputs: PolicyInputs) {
    const never = pathLength + 1;
    this.explicitPolicy = inputs.explicitPolicy ? 0 : never;
    this.policyMapping = inputs.inhibitPolicyMapping ? 0 : never;
    this.inhibitAnyPolicy = inputs.inhibitAnyPolicy ? 0 : never;
  }

  /** Steps (h) to (j) of RFC 5280 section 6.1.4 below an intermediate, (a) and (b) of section 6.1.5 at the leaf. */
  pass(certificate: PolicyCertificate, isLeaf: boolean): void {
    const { policyConstraints } = certificate;
    if (isLeaf) {
      this.explicitPolicy = Math.max(0, this.explicitPolicy - 1);
      if (policyConstraints?.requireExplicitPolicy === 0) this.explicitPolicy = 0;
      return;
    }
    const step = certificate.isSelfIssued ? 0 : 1;
    const next = (counter: number, limit: number | undefined) =>
      Math.min(Math.max(0, counter - step), limit ?? counter);
    this.explicitPolicy = next(this.explicitPolicy, policyConstraints?.requireExplicitPolicy);
    this.policyMapping = next(this.policyMapping, policyConstraints?.inhibitPolicyMapping);
    this.inhibitAnyPolicy = next(this.inhibitAnyPolicy, certificate.inhibitAnyPolicy);
  }
}
