import type { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { namedBits, retag } from "../asn1/writer.ts";

/** The names of the bits that are set, in bit order; bits beyond the names are left out. @throws PkiError ERR_DER */
export function readNamedBits<Bit extends string>(
  reader: DerReader,
  names: readonly Bit[],
  tag: number = TAG.bitString,
): readonly Bit[] {
  const { bytes } = reader.bitString(tag);
  const set: Bit[] = [];
  for (let bit = 0; bit < names.length; bit++)
    if (((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0) set.push(names[bit] as Bit);
  return set;
}

export function writeNamedBits<Bit extends string>(
  bits: readonly Bit[],
  names: readonly Bit[],
  tag: number = TAG.bitString,
): Uint8Array {
  return retag(tag, namedBits(bits.map((bit) => names.indexOf(bit))));
}
