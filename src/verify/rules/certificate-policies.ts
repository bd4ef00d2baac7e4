import { OID } from "../../asn1/oids.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import { inhibitAnyPolicy } from "../../x509/extensions/inhibit-any-policy.ts";
import { policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../x509/extensions/policy-mappings.ts";
import { checkPolicies } from "../policies/check-policies.ts";
import type { PolicyCertificate } from "../policies/policy-inputs.ts";
import type { PathRule } from "../rule.ts";

const policyExtensions = [OID.certificatePolicies, OID.policyMappings, OID.policyConstraints, OID.inhibitAnyPolicy];

export const policiesHold: PathRule = {
  id: "policy-required",
  raises: ["policy-mapping-inhibited", "policy-malformed", "malformed-extension"],
  severity: "error",
  citation: "RFC 5280 section 6.1 with RFC 9618; RFC 5937 for the anchor",
  summary: "Where a policy is required, the path is valid for one that the caller accepts.",
  field: "extensions.certificatePolicies",
  applies: ({ end, entries }, { policy }) =>
    end === "anchor" && (policy.explicitPolicy || entries.some(({ certificate }) => speaksOfPolicies(certificate))),
  check: ({ entries }, { policy, rules }) => {
    const path = entries.map(({ certificate }) => policiesOf(certificate));
    const anchor = path.length > 1 ? path.pop() : undefined;
    if (anchor && rules.settings.anchors === "certificate")
      path.push({ ...anchor, certificatePolicies: anchor.certificatePolicies ?? [OID.anyPolicy] });
    const outcome = checkPolicies(path, policy);
    if (outcome.valid) return undefined;
    const { reason, detail: message, index, isMalformed } = outcome;
    const headline = { code: reason, message, index };
    return isMalformed ? [headline, { code: "policy-malformed", message, index }] : headline;
  },
};

function speaksOfPolicies(certificate: Certificate): boolean {
  return policyExtensions.some((oid) => certificate.hasExtension(oid));
}

function policiesOf(certificate: Certificate): PolicyCertificate {
  return {
    isSelfIssued: certificate.isSelfIssued,
    certificatePolicies: certificate.extension(certificatePolicies)?.value.map(({ oid }) => oid),
    policyMappings: certificate.extension(policyMappings)?.value,
    policyConstraints: certificate.extension(policyConstraints)?.value,
    inhibitAnyPolicy: certificate.extension(inhibitAnyPolicy)?.value,
  };
}
