import type { PolicyRule } from "./policy-rule.ts";

const MAX_OCTETS = 20;
const MIN_OCTETS = 8;

/** RFC 5280 section 4.1.2.2, and 64 bits of randomness as CA/Browser Forum BR 7.1 asks: a shorter number was not drawn at random. */
export const serialNumberRule: PolicyRule = {
  id: "serial-number",
  summary: "The serial number is positive, 64 bits or longer, and at most 20 octets.",
  check({ certificate }, refuse) {
    const { serialNumber } = certificate;
    const octets = serialNumber.length;
    const positive = ((serialNumber[0] as number) & 0x80) === 0;
    if (positive && octets >= MIN_OCTETS && octets <= MAX_OCTETS) return;
    refuse({
      at: "serialNumber",
      found: `${certificate.serialHex}, ${octets} octets`,
      allowed: `positive, ${MIN_OCTETS} to ${MAX_OCTETS} octets`,
      knob: "the serial numbers of the authority",
    });
  },
};
