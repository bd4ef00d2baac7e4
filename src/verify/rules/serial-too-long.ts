import type { CertificateRule } from "../rule.ts";

/** Octets of the INTEGER: RFC 5280 section 4.1.2.2 counts the whole content, a leading zero octet too. */
const MAX_SERIAL = 20;

export const serialTooLong: CertificateRule = {
  id: "serial-too-long",
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.2",
  summary: "A serial number has at most 20 octets.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "serialNumber",
  check: ({ serialNumber }) =>
    serialNumber.length > MAX_SERIAL ? `the serial number has ${serialNumber.length} octets` : undefined,
};
