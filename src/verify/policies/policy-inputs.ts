import type { Certificate } from "../../x509/certificate.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import { inhibitAnyPolicy } from "../../x509/extensions/inhibit-any-policy.ts";
import { type PolicyConstraints, policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import { type PolicyMapping, policyMappings } from "../../x509/extensions/policy-mappings.ts";

/** What policy processing reads of one certificate; undefined: the extension is not there. */
export interface PolicyCertificate {
  readonly isSelfIssued: boolean;
  /** The policy OIDs of certificatePolicies. */
  readonly certificatePolicies: readonly string[] | undefined;
  readonly policyMappings: readonly PolicyMapping[] | undefined;
  readonly policyConstraints: PolicyConstraints | undefined;
  readonly inhibitAnyPolicy: number | undefined;
}

/** @throws PkiError when one of the extensions does not decode */
export function policyCertificate(certificate: Certificate): PolicyCertificate {
  return {
    isSelfIssued: certificate.isSelfIssued,
    certificatePolicies: certificate.extension(certificatePolicies)?.value.map((policy) => policy.oid),
    policyMappings: certificate.extension(policyMappings)?.value,
    policyConstraints: certificate.extension(policyConstraints)?.value,
    inhibitAnyPolicy: certificate.extension(inhibitAnyPolicy)?.value,
  };
}

/** The inputs (c), (e), (f) and (g) of RFC 5280 section 6.1.1. */
export interface PolicyInputs {
  /** user-initial-policy-set; empty means anyPolicy. */
  readonly initialPolicySet: readonly string[];
  readonly explicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
  /** The trust anchor, where its own policyConstraints and inhibitAnyPolicy are honoured (RFC 5937 section 3). */
  readonly anchor?: PolicyCertificate;
}
