import { createHmac } from "node:crypto";

/**
 * The pseudorandom function: as many octets as wanted from a secret, a label and a seed.
 * @see RFC 5246 section 5
 */
export function prf(hash: string, secret: Uint8Array, label: string, seed: Uint8Array, octets: number): Uint8Array {
  const hmac = (...parts: readonly Uint8Array[]): Buffer => {
    return createHmac(hash, secret).update(Buffer.concat(parts)).digest();
  };
  const labelled = Buffer.concat([Buffer.from(label, "latin1"), seed]);
  const blocks: Buffer[] = [];
  let a: Buffer = labelled;
  for (let made = 0; made < octets; made += a.length) {
    a = hmac(a);
    blocks.push(hmac(a, labelled));
  }
  return Buffer.concat(blocks).subarray(0, octets);
}
