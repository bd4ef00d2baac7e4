/** One wording of a message: a text, or several texts that stand close behind one another. Only words count; see `match/words.ts`. */
export type Wording = string | readonly string[];

/**
 * -1: says only that there is no connection; 0: says what failed, and not why; 1: names a reason; 2: narrows down a reason that another
 * class names more broadly.
 */
export type Specificity = -1 | 0 | 1 | 2;

/** What programs print for one reason, in all spellings of all versions. */
export interface MessageClass {
  /** `openssl-20`, `alert-48`, `go-unknown-authority`. */
  readonly id: string;
  /** What the message says, in words. */
  readonly means: string;
  readonly wordings: readonly Wording[];
  readonly specificity: Specificity;
}

/** A row of a table: id, what it says, its wordings. */
export type MessageRow = readonly [id: string, means: string, wordings: readonly Wording[], specificity?: Specificity];

export function messageClasses(rows: readonly MessageRow[]): readonly MessageClass[] {
  return rows.map(([id, means, wordings, specificity = 1]) => ({ id, means, wordings, specificity }));
}
