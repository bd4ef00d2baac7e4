import { hash } from "node:crypto";
import type { HashName } from "./hash-algorithm.ts";

/** What derived octets are for: RFC 7292 appendix B.3. */
export const PKCS12_PURPOSE = { key: 1, iv: 2, mac: 3 } as const;
export type Pkcs12Purpose = (typeof PKCS12_PURPOSE)[keyof typeof PKCS12_PURPOSE];

export interface Pkcs12KdfParameters {
  readonly hash: HashName;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** The key derivation of PKCS#12: RFC 7292 appendix B.2. It takes the passphrase as UTF-16 with a final zero (appendix B.1). */
export function pkcs12Derive(
  parameters: Pkcs12KdfParameters,
  passphrase: string,
  purpose: Pkcs12Purpose,
  length: number,
): Uint8Array {
  const { hash: name, salt, iterations } = parameters;
  const block = name === "sha384" || name === "sha512" ? 128 : 64;
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([fill(salt, block), fill(bmpPassphrase(passphrase), block)]);
  const output: Uint8Array[] = [];
  for (let made = 0; made < length; made += (output.at(-1) as Uint8Array).length) {
    let digest = hash(name, Buffer.concat([diversifier, input]), "buffer");
    for (let round = 1; round < iterations; round++) digest = hash(name, digest, "buffer");
    output.push(digest);
    addToBlocks(input, fill(digest, block), block);
  }
  return Buffer.concat(output).subarray(0, length);
}

/** Step 2 and 3: repeated to whole blocks, nothing stays nothing. */
function fill(bytes: Uint8Array, block: number): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, bytes);
}

/** Step 6 C: each block of `input` becomes (block + addend + 1) mod 2^(8 block). */
function addToBlocks(input: Buffer, addend: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at--) {
      carry += (input[start + at] as number) + (addend[at] as number);
      input[start + at] = carry & 0xff;
      carry >>= 8;
    }
  }
}

function bmpPassphrase(passphrase: string): Buffer {
  return Buffer.from(`${passphrase}\0`, "utf16le").swap16();
}
