import type { CertificateRule } from "../rule.ts";

export const negativeSerial: CertificateRule = {
  id: "negative-serial",
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.2",
  summary: "A serial number is positive.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "serialNumber",
  check: (certificate) =>
    (certificate.serialNumber[0] ?? 0) & 0x80 ? `the serial number is negative: ${certificate.serialHex}` : undefined,
};
