/** One concept on one page. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Faults that belong to it. */
  readonly faults: readonly string[];
  readonly reading: string;
}
