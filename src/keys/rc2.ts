// PITABLE of RFC 2268 section 2.
const PI: Uint8Array = Buffer.from(
  "d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32" +
    "bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626" +
    "6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a" +
    "961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731" +
    "2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e" +
    "c5f3db47e5a59c770aa62068fe7fc1ad",
  "hex",
);
const ROTATIONS = [1, 2, 3, 5] as const;
const BLOCK_BYTES = 8;

/**
 * RC2 in CBC mode, decryption only (RFC 2268), its effective key bits those of the key: how old Windows, Java and `openssl pkcs12
 * -legacy` hide certificates in PKCS#12, and no longer in node:crypto. The padding is left in place.
 */
export function decryptRc2Cbc(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const words = expand(key);
  const plaintext = Buffer.alloc(ciphertext.length);
  let previous = iv;
  for (let start = 0; start < ciphertext.length; start += BLOCK_BYTES) {
    const block = ciphertext.subarray(start, start + BLOCK_BYTES);
    decryptBlock(words, block).forEach((octet, at) => {
      plaintext[start + at] = octet ^ (previous[at] as number);
    });
    previous = block;
  }
  return plaintext;
}

/** Key expansion: RFC 2268 section 2. */
function expand(key: Uint8Array): Uint16Array {
  const octets = new Uint8Array(128);
  const pi = (index: number): number => PI[index & 0xff] as number;
  const octet = (index: number): number => octets[index] as number;
  octets.set(key);
  for (let i = key.length; i < 128; i++) octets[i] = pi(octet(i - 1) + octet(i - key.length));
  octets[128 - key.length] = pi(octet(128 - key.length));
  for (let i = 127 - key.length; i >= 0; i--) octets[i] = pi(octet(i + 1) ^ octet(i + key.length));
  return Uint16Array.from({ length: 64 }, (_, i) => octet(2 * i) | (octet(2 * i + 1) << 8));
}

/** RFC 2268 section 4: 5 mixing rounds, a mashing one, 6, a mashing one, 5, all backwards. */
function decryptBlock(words: Uint16Array, block: Uint8Array): Uint8Array {
  const r = Uint16Array.from({ length: 4 }, (_, i) => (block[2 * i] as number) | ((block[2 * i + 1] as number) << 8));
  const at = (i: number): number => r[i & 3] as number;
  let next = 63;
  const mix = (): void => {
    for (let i = 3; i >= 0; i--) {
      const rotation = ROTATIONS[i] as number;
      const rotated = (at(i) >> rotation) | (at(i) << (16 - rotation));
      r[i] = rotated - (words[next--] as number) - (at(i - 1) & at(i - 2)) - (~at(i - 1) & at(i - 3));
    }
  };
  const mash = (): void => {
    for (let i = 3; i >= 0; i--) r[i] = at(i) - (words[at(i - 1) & 63] as number);
  };
  for (let round = 16; round > 0; round--) {
    mix();
    if (round === 12 || round === 6) mash();
  }
  return Uint8Array.from({ length: BLOCK_BYTES }, (_, i) => at(i >> 1) >> (8 * (i & 1)));
}
