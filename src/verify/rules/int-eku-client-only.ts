import { OID, oidWords } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";
import { allows } from "./wrong-eku.ts";

export const intEkuClientOnly: CertificateRule = {
  id: "int-eku-client-only",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.12; CA/Browser Forum Baseline Requirements section 7.1.2.10.6",
  summary: "A CA with extendedKeyUsage lists the purpose asked for, or any purpose: it limits what is below it.",
  roles: ["intermediate", "anchor"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate, { request }) => {
    const purposes = certificate.extendedKeyUsage?.value;
    if (purposes === undefined || request.purpose === undefined || allows(purposes, request.purpose.oid))
      return undefined;
    return `this CA issues for ${purposes.map(oidWords).join(", ")}, and not for ${oidWords(request.purpose.oid)}`;
  },
};
