/** No segment of the journal reaches this size, so that a place in it fits in 24 bits. Bytes. */
export const SEGMENT_BYTES: number = 2 ** 24;

/** A place in the journal as one number that grows along it: segment × 2^24 + offset. */
export function positionOf(segment: number, offset: number): number {
  return segment * SEGMENT_BYTES + offset;
}

/** Segments count from 1: position 0 is no position. */
export const JOURNAL_START: number = positionOf(1, 0);

export function segmentOf(position: number): number {
  return Math.floor(position / SEGMENT_BYTES);
}

export function offsetOf(position: number): number {
  return position % SEGMENT_BYTES;
}

/** The file of a segment inside the journal's folder. */
export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, "0")}.jsonl`;
}
