import { OID, oidWords } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const wrongEku: CertificateRule = {
  id: "wrong-eku",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.12",
  summary: "A leaf with extendedKeyUsage lists the purpose asked for, or any purpose.",
  roles: ["leaf"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate, { request }) => {
    const purposes = certificate.extendedKeyUsage?.value;
    if (purposes === undefined || request.purpose === undefined || allows(purposes, request.purpose.oid))
      return undefined;
    return `it is for ${purposes.map(oidWords).join(", ")}, and not for ${oidWords(request.purpose.oid)}`;
  },
};

/** True when the list holds the purpose, or anyExtendedKeyUsage. */
export function allows(purposes: readonly string[], purpose: string): boolean {
  return purposes.includes(purpose) || purposes.includes(OID.anyExtendedKeyUsage);
}
