/**
 * An allow or deny pattern of a profile, ready to be asked. One name may stand for many (`*.example.com`): an allow pattern must contain
 * all of them, a deny pattern refuses as soon as it overlaps with one.
 */
export interface NamePattern<Value> {
  /** As the profile writes it. */
  readonly text: string;
  contains(value: Value): boolean;
  overlaps(value: Value): boolean;
}

/** A pattern over names that stand for themselves alone. */
export function singlePattern<Value>(text: string, matches: (value: Value) => boolean): NamePattern<Value> {
  return { text, contains: matches, overlaps: matches };
}
