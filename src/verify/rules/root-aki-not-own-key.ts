import { OID } from "../../asn1/oids.ts";
import { matchKeyIdentifiers } from "../path/key-identifiers.ts";
import type { CertificateRule } from "../rule.ts";

export const rootAkiNotOwnKey: CertificateRule = {
  id: "root-aki-not-own-key",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.2.1.3",
  summary: "A root's authorityKeyIdentifier, if it has one, is its own subjectKeyIdentifier and nothing else.",
  roles: ["anchor"],
  extension: OID.authorityKeyIdentifier,
  field: "extensions.authorityKeyIdentifier",
  check: (certificate) => {
    const { keyId, issuer, serial } = certificate.authorityKeyIdentifier?.value ?? {};
    if (!certificate.isSelfIssued) return undefined;
    if (issuer !== undefined || serial !== undefined) return "it names the issuer's certificate too";
    if (keyId === undefined) return "it has no keyIdentifier";
    return matchKeyIdentifiers(certificate, certificate) === "other" ? "it names another key" : undefined;
  },
};
