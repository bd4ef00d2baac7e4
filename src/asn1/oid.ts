import { PkiError } from "../errors/pki-error.ts";

/** Content octets of an OBJECT IDENTIFIER to dotted decimals; undefined when they are not minimal or cut short (X.690 section 8.19). */
export function decodeOid(content: Uint8Array): string | undefined {
  const { length } = content;
  if (length === 0 || (content[length - 1] as number) & 0x80) return undefined;
  let text = "";
  let arc = 0;
  let big: bigint | undefined;
  let fresh = true;
  for (let i = 0; i < length; i++) {
    const octet = content[i] as number;
    if (fresh && octet === 0x80) return undefined;
    if (big !== undefined) big = (big << 7n) | BigInt(octet & 0x7f);
    else if (arc > 0x0fffffff) big = (BigInt(arc) << 7n) | BigInt(octet & 0x7f);
    else arc = arc * 128 + (octet & 0x7f);
    fresh = (octet & 0x80) === 0;
    if (!fresh) continue;
    if (text === "") {
      const first = big === undefined ? Math.min(2, Math.floor(arc / 40)) : 2;
      text = `${first}.${big === undefined ? arc - first * 40 : big - 80n}`;
    } else text += `.${big ?? arc}`;
    arc = 0;
    big = undefined;
  }
  return text;
}

/** Dotted decimals to content octets. @throws PkiError ERR_OID */
export function encodeOid(dotted: string): Uint8Array {
  if (!/^[0-2](\.(0|[1-9]\d{0,38})){1,127}$/.test(dotted))
    throw new PkiError("ERR_OID", { value: dotted.slice(0, 80) });
  const [first, second, ...rest] = dotted.split(".").map(BigInt) as [bigint, bigint, ...bigint[]];
  if (first < 2n && second > 39n) throw new PkiError("ERR_OID", { value: dotted });
  return Uint8Array.from([first * 40n + second, ...rest].flatMap(base128));
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 0x7fn) | 0x80);
  return octets;
}
