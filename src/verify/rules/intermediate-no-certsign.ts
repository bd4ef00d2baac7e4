import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const intermediateNoCertsign: CertificateRule = {
  id: "intermediate-no-certsign",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (n)",
  summary: "A certificate that issues others and has keyUsage has keyCertSign in it.",
  roles: ["intermediate", "anchor"],
  extension: OID.keyUsage,
  field: "extensions.keyUsage",
  check: (certificate) => {
    const bits = certificate.keyUsage?.value;
    if (bits === undefined || bits.includes("keyCertSign")) return undefined;
    return `it issued a certificate, and its key usage is ${bits.join(", ") || "empty"}`;
  },
};
