import { contentProblem } from "./content-rules.ts";
import { type LenientHeader, readLenientHeader } from "./lenient-header.ts";
import { MAX_DEPTH } from "./reader.ts";
import { TAG } from "./tag.ts";

/** One place where an encoding departs from DER. */
export interface DerViolation {
  readonly offset: number;
  readonly message: string;
}

/**
 * Everything in an encoding that is not DER (X.690 section 10), as far as it shows without knowing the type: what stands inside a string
 * or behind an IMPLICIT tag is left to the codecs. It never throws.
 */
export function checkDer(bytes: Uint8Array): readonly DerViolation[] {
  if (bytes.length === 0) return [{ offset: 0, message: "there are no octets" }];
  const checker = new DerChecker(bytes);
  const end = checker.element(0, bytes.length, 0);
  if (end < bytes.length) checker.report(end, `${bytes.length - end} octets follow the element`);
  return checker.violations;
}

class DerChecker {
  readonly violations: DerViolation[] = [];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  report(offset: number, message: string | undefined): void {
    if (message !== undefined) this.violations.push({ offset, message });
  }

  /** Checks the element at `start` and returns where it ends. */
  element(start: number, limit: number, depth: number): number {
    const header = readLenientHeader(this.#bytes, start, limit);
    const { tag, contentStart, end } = header;
    this.report(start, header.problem);
    this.report(start, contentProblem(tag, this.#bytes, contentStart, end));
    if ((tag & 0x20) === 0) return end;
    if (depth < MAX_DEPTH) return this.#items(header, depth + 1);
    this.report(start, `more than ${MAX_DEPTH} levels`);
    return end;
  }

  #items({ tag, contentStart, end, indefinite }: LenientHeader, depth: number): number {
    const bytes = this.#bytes;
    let previous = contentStart;
    for (let at = contentStart; at < end; ) {
      if (indefinite && bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
      const next = this.element(at, end, depth);
      const unsorted = tag === TAG.set && at > previous && compareRanges(bytes, previous, at, next) > 0;
      if (unsorted) this.report(at, "the SET OF is not sorted");
      previous = at;
      at = next;
    }
    return end;
  }
}

// Compares two items that lie side by side: [from, middle) and [middle, end).
function compareRanges(bytes: Uint8Array, from: number, middle: number, end: number): number {
  return Buffer.compare(bytes.subarray(from, middle), bytes.subarray(middle, end));
}
