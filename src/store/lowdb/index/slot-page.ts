import { hash } from "node:crypto";
import { type SlotField, slotField } from "./slot-field.ts";

/**
 * A page of the index: slots of 32 bytes, filled from the front. A slot is 14 bytes of the serial number's SHA-256, then the places in
 * the journal of three entries, 6 bytes each, little endian; 0 is none. A slot never crosses a disk sector, so a power failure leaves the
 * old one or the new one.
 */
export const PAGE_BYTES = 4096;
export const SLOT_BYTES = 32;
export const SLOTS_PER_PAGE: number = PAGE_BYTES / SLOT_BYTES;

const KEY_BYTES = 14;
const POSITION_BYTES = 6;

/** Where the entries of one serial number lie, in the order of `slotField`; 0 is nowhere. */
export type SlotPositions = readonly [reserved: number, outcome: number, revocation: number];

/** What stands for a serial number in the index. Random serial numbers and counted ones spread alike. */
export interface SlotKey {
  readonly bytes: Buffer;
  /** Chooses the page. */
  readonly spread: number;
}

export function slotKey(serial: string): SlotKey {
  const digest = hash("sha256", serial, "buffer");
  return keyIn(digest, 0);
}

/** The key of the slot at this offset. */
export function keyIn(page: Buffer, offset: number): SlotKey {
  return { bytes: page.subarray(offset, offset + KEY_BYTES), spread: page.readUInt32LE(offset) };
}

/** The offset of the key's slot in the page, or of the first empty one; undefined when the page is full of others. */
export function findSlot(page: Buffer, key: SlotKey): number | undefined {
  for (let offset = 0; offset < PAGE_BYTES; offset += SLOT_BYTES) {
    if (isEmptySlot(page, offset)) return offset;
    if (page.readUInt32LE(offset) === key.spread && key.bytes.equals(page.subarray(offset, offset + KEY_BYTES)))
      return offset;
  }
  return undefined;
}

export function isEmptySlot(page: Buffer, offset: number): boolean {
  return readPosition(page, offset, slotField.reserved) === 0;
}

export function readSlot(page: Buffer, offset: number): SlotPositions {
  return [
    readPosition(page, offset, slotField.reserved),
    readPosition(page, offset, slotField.outcome),
    readPosition(page, offset, slotField.revocation),
  ];
}

export function writeSlot(page: Buffer, offset: number, key: SlotKey, field: SlotField, position: number): void {
  key.bytes.copy(page, offset);
  page.writeUIntLE(position, offset + KEY_BYTES + field * POSITION_BYTES, POSITION_BYTES);
}

function readPosition(page: Buffer, offset: number, field: SlotField): number {
  return page.readUIntLE(offset + KEY_BYTES + field * POSITION_BYTES, POSITION_BYTES);
}
