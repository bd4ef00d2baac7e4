import { sequence, unsignedInteger } from "../asn1/writer.ts";

/** Ecdsa-Sig-Value (RFC 3279 section 2.2.3) from what WebCrypto gives: r and s side by side, each as long as the group order. */
export function encodeEcdsaSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return sequence(unsignedInteger(raw.subarray(0, half)), unsignedInteger(raw.subarray(half)));
}
