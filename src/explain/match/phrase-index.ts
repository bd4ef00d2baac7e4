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
  /** Of the longest phrase's last word. */
  end: number;
}

interface Place {
  readonly phrase: string;
  readonly from: Occurrence;
  readonly end: number;
}

/** A flood of the same message tells no more than its first lines. */
const OCCURRENCES = 16;

/**
 * Finds many phrases in one pass over the words of a text. The time is linear in the text, whatever it holds: of the walks under way there
 * are never more than the longest phrase has words. Of phrases that stand in one another the longest counts.
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
    const places: Place[] = [];
    let walks: Walk[] = [];
    let count = 0;
    for (const { word, start } of wordsOf(text)) {
      if (walks.length > 0) walks = walks.filter((walk) => step(walk, word, count) || note(places, walk));
      const first = this.#root.next.get(word);
      if (first !== undefined) walks.push(beginning(first, { word: count, offset: start }));
      count++;
    }
    for (const walk of walks) note(places, walk);
    return byPhrase(outermost(places));
  }
}

function beginning(node: Node, from: Occurrence): Walk {
  return { node, from, longest: node.phrase, end: from.word };
}

/** True while some phrase goes on with this word. */
function step(walk: Walk, word: string, at: number): boolean {
  const next = walk.node.next.get(word);
  if (next === undefined) return false;
  walk.node = next;
  if (next.phrase !== undefined) {
    walk.longest = next.phrase;
    walk.end = at;
  }
  return true;
}

/** Always false: the walk has ended. */
function note(places: Place[], { longest: phrase, from, end }: Walk): false {
  if (phrase !== undefined) places.push({ phrase, from, end });
  return false;
}

/** Those that stand in no other one. */
function outermost(places: readonly Place[]): readonly Place[] {
  let reached = -1;
  return [...places]
    .sort((a, b) => a.from.word - b.from.word || b.end - a.end)
    .filter(({ end }) => {
      const isOutside = end > reached;
      if (isOutside) reached = end;
      return isOutside;
    });
}

function byPhrase(places: readonly Place[]): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const { phrase, from } of places) {
    const known = found.get(phrase);
    if (known === undefined) found.set(phrase, [from]);
    else if (known.length < OCCURRENCES) known.push(from);
  }
  return found;
}
