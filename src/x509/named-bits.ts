import { unusedBitsOf } from "../asn1/primitives.ts";
import type { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { namedBits, retag } from "../asn1/writer.ts";

/** The names of the bits that are set, in bit order; bits beyond the names are left out. @throws PkiError ERR_DER */
export function readNamedBits<Bit extends string>(
  reader: DerReader,
  names: readonly Bit[],
  tag: number = TAG.bitString,
): readonly Bit[] {
  const element = reader.expect(tag);
  const { source, contentStart, end } = element;
  const count = Math.min(names.length, (end - contentStart - 1) * 8 - unusedBitsOf(element));
  const set: Bit[] = [];
  for (let bit = 0; bit < count; bit++)
    if ((source[contentStart + 1 + (bit >> 3)] as number) & (0x80 >> (bit & 7))) set.push(names[bit] as Bit);
  return set;
}

export function writeNamedBits<Bit extends string>(
  bits: readonly Bit[],
  names: readonly Bit[],
  tag: number = TAG.bitString,
): Uint8Array {
  return retag(tag, namedBits(bits.map((bit) => names.indexOf(bit))));
}
