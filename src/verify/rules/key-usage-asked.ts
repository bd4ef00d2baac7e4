import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const keyUsageAsked: CertificateRule = {
  id: "key-usage",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.3",
  summary: "A leaf with keyUsage has the bits that the caller asks for.",
  roles: ["leaf"],
  extension: OID.keyUsage,
  field: "extensions.keyUsage",
  applies: (_, { request }) => request.keyUsage.length > 0,
  check: (certificate, { request }) => {
    const bits = certificate.keyUsage?.value;
    const lacking = request.keyUsage.filter((bit) => bits?.includes(bit) === false);
    return lacking.length > 0 ? `the key usage lacks ${lacking.join(", ")}` : undefined;
  },
};
