import { crlReasons } from "../../../x509/extensions/reason-code.ts";

/**
 * What a selection needs to know of a revocation, in 24 bytes, little endian: the number of its journal entry (6), the second at which the
 * certificate expires (6), where its DER begins (6), how long that is (2), the end of its serial number (2), the CRLReason (1), and a zero.
 */
export interface Fact {
  readonly seq: number;
  readonly notAfter: Date;
  readonly start: number;
  readonly length: number;
  readonly serialEnd: number;
  readonly reason: number;
}

export const FACT_BYTES = 24;

export function writeFact(page: Buffer, at: number, fact: Fact): void {
  page.writeUIntLE(fact.seq, at, 6);
  page.writeUIntLE(Math.max(0, Math.floor(fact.notAfter.getTime() / 1000)), at + 6, 6);
  page.writeUIntLE(fact.start, at + 12, 6);
  page.writeUInt16LE(fact.length, at + 18);
  page.writeUInt16LE(fact.serialEnd, at + 20);
  page.writeUInt16LE(fact.reason, at + 22);
}

// One field at a time: an object for each of a million facts would cost more than all the rest.

export function seqAt(page: Buffer, at: number): number {
  return page.readUIntLE(at, 6);
}

/** Seconds since 1970. */
export function notAfterAt(page: Buffer, at: number): number {
  return page.readUIntLE(at + 6, 6);
}

export function startAt(page: Buffer, at: number): number {
  return page.readUIntLE(at + 12, 6);
}

export function lengthAt(page: Buffer, at: number): number {
  return page.readUInt16LE(at + 18);
}

export function serialEndAt(page: Buffer, at: number): number {
  return page.readUInt16LE(at + 20);
}

export function reasonAt(page: Buffer, at: number): number {
  return page.readUInt8(at + 22);
}

/** A hold, or its end: another fact about the same certificate may follow. */
export function isPassing(reason: number): boolean {
  return reason === crlReasons.certificateHold || reason === crlReasons.removeFromCRL;
}
