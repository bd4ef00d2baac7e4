/** An unsigned number in this many octets, the highest first. @see RFC 5246 section 4.4 */
export function uint(octets: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(octets);
  bytes.writeUIntBE(value, 0, octets);
  return bytes;
}

/** Octets behind their count, which takes this many octets. @see RFC 5246 section 4.3 */
export function vector(lengthOctets: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint(lengthOctets, content.length), content]);
}
