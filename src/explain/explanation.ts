import type { Fix } from "../verify/finding.ts";

/** What a text means in which no known message stands. */
export const NOTHING_KNOWN = "nothing in this text is a message that rootcause knows";

/** What `explain` says about a text. The shape is a contract with scripts. */
export interface Explanation {
  /** The program that printed it: a row of `programs`, or "unknown". */
  readonly producer: string;
  /** The line that mattered. */
  readonly text: string;
  /** What that line says, in words. */
  readonly means: string;
  /** The likeliest first; empty when nothing is known about the text. */
  readonly candidates: readonly Candidate[];
  readonly probe: Probe | undefined;
  /** What people then do and should not, each with what to do instead. */
  readonly never: readonly string[];
  /** What later lines say of something else. */
  readonly also: readonly AlsoSaid[];
}

/** A further error in the same text. */
export interface AlsoSaid {
  /** Its line. */
  readonly text: string;
  readonly means: string;
  /** What is mostly behind it. */
  readonly faults: readonly string[];
}

export interface Candidate {
  readonly fault: string;
  readonly title: string;
  readonly confidence: number;
  readonly why: string;
  readonly fix: readonly Fix[];
}

/** The one look that separates the likeliest. */
export interface Probe {
  readonly command: string;
  readonly look: string;
  readonly separates: readonly string[];
}
