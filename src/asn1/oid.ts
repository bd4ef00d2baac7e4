import { PkiError } from "../errors/pki-error.ts";
import { hashOctets } from "./bytes.ts";

/** True when these octets are an OBJECT IDENTIFIER's content: whole, and each arc in the fewest octets (X.690 section 8.19). */
export function isOidContent(source: Uint8Array, start: number, end: number): boolean {
  if (end <= start || (source[end - 1] as number) & 0x80) return false;
  let arcBegins = true;
  for (let at = start; at < end; at++) {
    const octet = source[at] as number;
    if (arcBegins && octet === 0x80) return false;
    arcBegins = octet < 0x80;
  }
  return true;
}

/** Content octets of an OBJECT IDENTIFIER to dotted decimals; undefined when `isOidContent` does not hold. */
export function decodeOid(source: Uint8Array, start = 0, end: number = source.length): string | undefined {
  const slot = hashOctets(source, start, end) & (SLOTS - 1);
  const known = met[slot];
  if (known !== undefined && holds(known.octets, source, start, end)) return known.dotted;
  if (!isOidContent(source, start, end)) return undefined;
  const dotted = internalized(dottedForm(source, start, end));
  met[slot] = { octets: new Uint8Array(source.subarray(start, end)), dotted };
  return dotted;
}

/** The one copy of a text that the engine keeps for property names: two such are told apart by their addresses. */
function internalized(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}

/** A power of two. */
const SLOTS = 1024;

/** Identifiers met lately, each in the slot of its hash: the same few stand in every certificate, and equal ones share one string. */
const met: ({ readonly octets: Uint8Array; readonly dotted: string } | undefined)[] = new Array(SLOTS).fill(undefined);

function holds(octets: Uint8Array, source: Uint8Array, start: number, end: number): boolean {
  if (octets.length !== end - start) return false;
  for (let i = 0; i < octets.length; i++) if (octets[i] !== source[start + i]) return false;
  return true;
}

function dottedForm(source: Uint8Array, start: number, end: number): string {
  let dotted = "";
  let arc = 0;
  let bigArc = 0n; // takes over where a number would lose bits
  for (let at = start; at < end; at++) {
    const octet = source[at] as number;
    if (bigArc > 0n || arc > 0x0fff_ffff_ffff) bigArc = ((bigArc || BigInt(arc)) << 7n) | BigInt(octet & 0x7f);
    else arc = arc * 128 + (octet & 0x7f);
    if (octet & 0x80) continue;
    dotted = dotted === "" ? firstArcs(bigArc || arc) : `${dotted}.${bigArc || arc}`;
    arc = 0;
    bigArc = 0n;
  }
  return dotted;
}

/** Dotted decimals to content octets. @throws PkiError ERR_OID */
export function encodeOid(dotted: string): Uint8Array {
  if (!/^[0-2](\.(0|[1-9]\d{0,38})){1,127}$/.test(dotted))
    throw new PkiError("ERR_OID", { value: dotted.slice(0, 80) });
  const [first, second, ...rest] = dotted.split(".") as [string, string, ...string[]];
  if (first < "2" && Number(second) > 39) throw new PkiError("ERR_OID", { value: dotted });
  const octets = subidentifier(second, Number(first) * 40);
  for (const arc of rest) octets.push(...subidentifier(arc));
  return Uint8Array.from(octets);
}

// The first subidentifier holds two arcs: 40 times the first, which is 0, 1 or 2, plus the second.
function firstArcs(subidentifier: number | bigint): string {
  if (typeof subidentifier === "bigint") return `2.${subidentifier - 80n}`;
  const first = Math.min(2, Math.floor(subidentifier / 40));
  return `${first}.${subidentifier - first * 40}`;
}

/** So many decimal digits, and what is added to them, a number holds exactly. */
const EXACT_DIGITS = 15;

function subidentifier(arc: string, plus = 0): number[] {
  return arc.length > EXACT_DIGITS ? base128OfBig(BigInt(arc) + BigInt(plus)) : base128(Number(arc) + plus);
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) octets.unshift((left % 128) | 0x80);
  return octets;
}

function base128OfBig(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 0x7fn) | 0x80);
  return octets;
}
