/** One tag-length-value, as offsets into the bytes it was read from: nothing is copied. */
export class Element {
  readonly source: Uint8Array;
  /** The identifier octet; the first one when the tag number takes more. */
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;

  constructor(source: Uint8Array, tag: number, start: number, contentStart: number, end: number) {
    this.source = source;
    this.tag = tag;
    this.start = start;
    this.contentStart = contentStart;
    this.end = end;
  }

  /** Header and content, a view. */
  get der(): Uint8Array {
    return this.source.subarray(this.start, this.end);
  }

  /** The content octets, a view. */
  get content(): Uint8Array {
    return this.source.subarray(this.contentStart, this.end);
  }

  get length(): number {
    return this.end - this.contentStart;
  }
}

/** True when both are encoded alike. */
export function sameOctets(a: Element, b: Element): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let i = 0; i < length; i++) if (a.source[a.start + i] !== b.source[b.start + i]) return false;
  return true;
}
