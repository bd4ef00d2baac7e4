import { tagName } from "./tag.ts";

/** Identifier and length of an element that need not be DER, nor even whole. */
export interface LenientHeader {
  /** The first identifier octet. */
  readonly tag: number;
  readonly contentStart: number;
  /** Where the content ends; where the surrounding bytes end when the length is indefinite or says too much. */
  readonly end: number;
  readonly indefinite: boolean;
  /** What is not DER about it. */
  readonly problem: string | undefined;
}

/** Reads what stands at `start`, which lies before `limit`. It never throws. */
export function readLenientHeader(bytes: Uint8Array, start: number, limit: number): LenientHeader {
  const tag = bytes[start] as number;
  let at = start + 1;
  let problem: string | undefined;
  if ((tag & 0x1f) === 0x1f) {
    const first = bytes[at] ?? 0;
    if (first === 0x80 || first < 0x1f) problem = "the tag number is not in its shortest form";
    while (at < limit && (bytes[at] as number) & 0x80) at++;
    at++;
  }
  const short = at < limit ? (bytes[at++] as number) : undefined;
  if (short === undefined) return { tag, contentStart: limit, end: limit, indefinite: false, problem: "it is cut off" };
  if (short < 0x80) return header(tag, at, short, limit, problem);
  const octets = short & 0x7f;
  if (octets === 0) return { tag, contentStart: at, end: limit, indefinite: true, problem: "its length is indefinite" };
  if (at + octets > limit) return { tag, contentStart: limit, end: limit, indefinite: false, problem: "it is cut off" };
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at++] as number);
  const minimal = length >= 0x80 && length >= 2 ** (8 * (octets - 1));
  return header(tag, at, length, limit, minimal ? problem : `${octets} length octets say ${length}, which needs fewer`);
}

function header(
  tag: number,
  contentStart: number,
  length: number,
  limit: number,
  problem: string | undefined,
): LenientHeader {
  const there = limit - contentStart;
  if (length <= there) return { tag, contentStart, end: contentStart + length, indefinite: false, problem };
  const cut = `${tagName(tag)} says ${length} content octets, ${there} are there`;
  return { tag, contentStart, end: limit, indefinite: false, problem: cut };
}
