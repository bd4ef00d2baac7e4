import { equalBytes } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { GivenRule } from "../rule.ts";

export const dupSerialB: GivenRule = {
  id: "dup-serial-b",
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.2",
  summary: "Issuer and serial number belong to one certificate only.",
  field: "serialNumber",
  check: ({ path: { entries }, given: { sent }, places }) => {
    const others = sent.filter((_, i) => places[i] === -1);
    if (others.length === 0) return undefined;
    const problems: Problem[] = [];
    for (const [index, { certificate }] of entries.entries()) {
      if (others.some((other) => isNumberedAlike(certificate, other)))
        problems.push({ message: `number ${certificate.serialHex} of this issuer is on two certificates`, index });
    }
    return problems.length > 0 ? problems : undefined;
  },
};

function isNumberedAlike(one: Certificate, other: Certificate): boolean {
  return equalBytes(one.serialNumber, other.serialNumber) && one.issuer.equals(other.issuer) && !one.equals(other);
}
