import { wordsOf } from "./words.ts";

/** Where a phrase stands in a text. */
export interface Occurrence {
  /** Of the phrase's first word, counted in words. */
  readonly word: number;
  /** Of the phrase's first word, counted in characters. */
  readonly offset: number;
}

interface Node {
  readonly next: Map<string, Node>;
  phrase?: string;
}

interface Walk {
  node: Node;
  readonly from: Occurrence;
  longest: string | undefined;
}

/** A flood of the same message tells no more than its first lines. */
const OCCURRENCES = 16;

/**
 * Finds many phrases in one pass over the words of a text. The time is linear in the text, whatever it holds: of the walks under way there
 * are never more than the longest phrase has words. Of phrases that begin at the same word the longest counts.
 */
export class PhraseIndex {
  readonly #root: Node = { next: new Map() };

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      let node = this.#root;
      for (const { word } of wordsOf(phrase)) {
        const next = node.next.get(word) ?? { next: new Map() };
        node.next.set(word, next);
        node = next;
      }
      node.phrase = phrase;
    }
  }

  /** The phrases that stand in the text, each with its first places. */
  find(text: string): ReadonlyMap<string, readonly Occurrence[]> {
    const found = new Map<string, Occurrence[]>();
    let walks: Walk[] = [];
    let count = 0;
    for (const { word, start } of wordsOf(text)) {
      if (walks.length > 0) walks = walks.filter((walk) => step(walk, word) || note(found, walk));
      const first = this.#root.next.get(word);
      if (first !== undefined) walks.push({ node: first, from: { word: count, offset: start }, longest: first.phrase });
      count++;
    }
    for (const walk of walks) note(found, walk);
    return found;
  }
}

/** True while some phrase goes on with this word. */
function step(walk: Walk, word: string): boolean {
  const next = walk.node.next.get(word);
  if (next === undefined) return false;
  walk.node = next;
  walk.longest = next.phrase ?? walk.longest;
  return true;
}

/** Always false: the walk has ended. */
function note(found: Map<string, Occurrence[]>, { longest, from }: Walk): false {
  if (longest === undefined) return false;
  const places = found.get(longest);
  if (places === undefined) found.set(longest, [from]);
  else if (places.length < OCCURRENCES) places.push(from);
  return false;
}
