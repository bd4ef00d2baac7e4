import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const intEkuAny: CertificateRule = {
  id: "int-eku-any",
  severity: "notice",
  citation: "RFC 5280 section 4.2.1.12",
  summary: "A CA that limits purposes lists the one asked for, and not only anyExtendedKeyUsage.",
  roles: ["intermediate", "anchor"],
  extension: OID.extendedKeyUsage,
  field: "extensions.extendedKeyUsage",
  check: (certificate, { request: { purpose } }) => {
    const purposes = certificate.extendedKeyUsage?.value ?? [];
    const isAlone = purpose && purposes.includes(OID.anyExtendedKeyUsage) && !purposes.includes(purpose.oid);
    return isAlone ? "only anyExtendedKeyUsage allows the purpose" : undefined;
  },
};
