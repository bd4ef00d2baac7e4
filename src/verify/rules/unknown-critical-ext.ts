import { OID } from "../../asn1/oids.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import type { Problem } from "../finding.ts";
import type { CertificateRule } from "../rule.ts";
import { extensionText } from "./extension-text.ts";

/** What some rule here, or the caller's TLS, acts upon. */
const processed: ReadonlySet<string> = new Set([
  OID.authorityKeyIdentifier,
  OID.basicConstraints,
  OID.crlDistributionPoints,
  OID.extendedKeyUsage,
  OID.inhibitAnyPolicy,
  OID.issuerAltName,
  OID.keyUsage,
  OID.nameConstraints,
  OID.policyConstraints,
  OID.policyMappings,
  OID.subjectAltName,
  OID.subjectKeyIdentifier,
  OID.tlsFeature,
]);

const qualifiers: ReadonlySet<string> = new Set([OID.policyQualifierCps, OID.policyQualifierUserNotice]);

export const unknownCriticalExt: CertificateRule = {
  id: "unknown-critical-ext",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (o)",
  summary: "Every critical extension is one that is processed, its policy qualifiers too.",
  roles: ["leaf", "intermediate", "anchor"],
  check: (certificate) => {
    const problems: Problem[] = [];
    for (const { critical, oid } of certificate.extensions) {
      if (!critical) continue;
      if (oid === OID.certificatePolicies) problems.push(...unknownQualifiers(certificate));
      else if (!processed.has(oid)) problems.push(unknown(oid));
    }
    return problems.length > 0 ? problems : undefined;
  },
};

function unknown(oid: string): Problem {
  const name = extensionText(oid);
  return { message: `${name} is critical and not known here`, field: `extensions.${name}` };
}

// RFC 5280 section 4.2.1.4: critical certificatePolicies must be understood with their qualifiers, or refused.
function unknownQualifiers(certificate: Certificate): readonly Problem[] {
  const policies = certificate.extension(certificatePolicies)?.value ?? [];
  return policies
    .flatMap((policy) => policy.qualifiers)
    .filter(({ oid }) => !qualifiers.has(oid))
    .map(({ oid }) => ({
      message: `the critical certificatePolicies have a qualifier ${oid} that is not known here`,
      field: "extensions.certificatePolicies",
    }));
}
