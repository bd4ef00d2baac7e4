import { toHex } from "../asn1/bytes.ts";

/**
 * How people and programs write a serial number: lower-case hexadecimal of the magnitude without the leading zero octets of the
 * encoding, `-` before a negative one. Equal texts mean equal numbers.
 */
export function serialHex(content: Uint8Array): string {
  const digits = toHex(content);
  if (((content[0] as number) & 0x80) === 0)
    return digits.startsWith("00") ? digits.replace(/^(00)+(?=..)/, "") : digits;
  const magnitude = ((1n << BigInt(content.length * 8)) - BigInt(`0x${digits}`)).toString(16);
  return `-${magnitude.padStart(magnitude.length + (magnitude.length % 2), "0")}`;
}
