import { cidrToBytes } from "../../x509/ip-address.ts";
import { type NamePattern, singlePattern } from "./name-pattern.ts";

/** What an IP pattern looks like, for messages and docs. */
export const IP_PATTERN_FORM = "an address (192.0.2.1) or a range (10.0.0.0/8, fd00::/8)";

/** A pattern over IP addresses of 4 or 16 octets. Undefined when the text is not such a pattern. */
export function ipPattern(text: string): NamePattern<Uint8Array> | undefined {
  const range = cidrToBytes(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
  return range === undefined ? undefined : singlePattern(text, (address) => isInRange(address, range));
}

/** True when the address lies in a range of a name constraint: address, then mask (RFC 5280 section 4.2.1.10). */
export function isInRange(address: Uint8Array, range: Uint8Array): boolean {
  const half = range.length / 2;
  if (address.length !== half) return false;
  return address.every((octet, i) => ((octet ^ (range[i] as number)) & (range[half + i] as number)) === 0);
}
