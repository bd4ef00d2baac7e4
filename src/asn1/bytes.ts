/** Up to here a loop is quicker than a call out of JavaScript. */
const LOOP_OCTETS = 24;

/** True when both hold the same octets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  if (a.length > LOOP_OCTETS) return Buffer.compare(a, b) === 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A number that is the same for equal octets, to file them under. Whoever wants to can make others that share it. */
export function hashOctets(source: Uint8Array, start = 0, end: number = source.length): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (source[at] as number)) | 0;
  return hash;
}

/** Writes octets into others, from `at` on. */
export function copyBytes(from: Uint8Array, to: Uint8Array, at: number): void {
  if (from.length > LOOP_OCTETS) to.set(from, at);
  else for (let i = 0; i < from.length; i++) to[at + i] = from[i] as number;
}

/** Lower-case hexadecimal digits, two an octet. */
export function toHex(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("hex");
}

/** Octets from pairs of hexadecimal digits; undefined when the text is anything else. */
export function fromHex(digits: string): Uint8Array | undefined {
  return /^([0-9a-f]{2})*$/i.test(digits) ? new Uint8Array(Buffer.from(digits, "hex")) : undefined;
}

/** The same memory as a Buffer, for its decoders. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
