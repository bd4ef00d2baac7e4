import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const leafEkuAny: CertificateRule = {
  id: "leaf-eku-any",
  raises: ["leaf-eku-with-any"],
  severity: "notice",
  citation: "RFC 5280 section 4.2.1.12; CA/Browser Forum Baseline Requirements section 7.1.2.7.10",
  summary: "A leaf lists its purposes, and anyExtendedKeyUsage is not among them.",
  roles: ["leaf"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate, { request }) => {
    const purposes = certificate.extendedKeyUsage?.value ?? [];
    if (!purposes.includes(OID.anyExtendedKeyUsage)) return undefined;
    if (request.purpose === undefined || purposes.includes(request.purpose.oid))
      return { code: "leaf-eku-with-any", message: "anyExtendedKeyUsage stands among the purposes" };
    return "only anyExtendedKeyUsage allows the purpose";
  },
};
