import { randomFillSync } from "node:crypto";

const POOLED_SERIALS = 256;
const OCTETS = 16;

const pool = new Uint8Array(POOLED_SERIALS * OCTETS);
let used = pool.length;

/**
 * A fresh random serial number, 128 bits wide. The top bit is cleared and the first octet is never zero, so the same sixteen octets
 * are a positive, minimal INTEGER (RFC 5280 section 4.1.2.2 asks for at most twenty).
 */
export function randomSerial(): Uint8Array {
  for (;;) {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const serial = pool.slice(used, used + OCTETS);
    used += OCTETS;
    const first = (serial[0] as number) & 0x7f;
    if (first === 0) continue;
    serial[0] = first;
    return serial;
  }
}
