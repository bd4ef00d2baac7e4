import type { CertificateRule } from "../rule.ts";

export const zeroSerial: CertificateRule = {
  id: "zero-serial",
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.2",
  summary: "A serial number is not zero.",
  roles: ["leaf", "intermediate"],
  field: "serialNumber",
  check: ({ serialNumber }) =>
    serialNumber.length === 1 && serialNumber[0] === 0 ? "the serial number is 0" : undefined,
};
