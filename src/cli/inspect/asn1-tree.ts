import { checkDer } from "../../asn1/check.ts";
import { contentProblem } from "../../asn1/content-rules.ts";
import { MAX_DEPTH } from "../../asn1/reader.ts";
import { TAG, tagName } from "../../asn1/tag.ts";
import { primitiveValue } from "./asn1-value.ts";
import { childrenOf, type LenientElement, lenientElements } from "./lenient-element.ts";
import { type Part, partsOf } from "./structure-names.ts";

/** One element of an encoding, with what is wrong about it. */
export interface Asn1Node {
  readonly offset: number;
  readonly headerLength: number;
  readonly length: number;
  readonly type: string;
  /** What the RFC calls it. */
  readonly name?: string;
  readonly value?: string;
  readonly problem?: string;
  readonly children?: readonly Asn1Node[];
}

export interface Asn1TreeOptions {
  /** The values are a secret: only what kind of structure it is may show. */
  readonly hidden: boolean;
}

/** Every element of an encoding, also inside strings that hold DER. A broken part is said and what follows is still read. */
export function asn1Tree(
  bytes: Uint8Array,
  structure: Part | undefined,
  options: Asn1TreeOptions,
): readonly Asn1Node[] {
  const tree = new TreeBuilder(bytes, options.hidden);
  return [...lenientElements(bytes)].map((element) => tree.node(element, structure, 0));
}

class TreeBuilder {
  readonly #bytes: Uint8Array;
  readonly #hidden: boolean;

  constructor(bytes: Uint8Array, hidden: boolean) {
    this.#bytes = bytes;
    this.#hidden = hidden;
  }

  node(element: LenientElement, part: Part | undefined, depth: number): Asn1Node {
    const { tag, start, contentStart, end } = element;
    const problem = element.problem ?? contentProblem(tag, this.#bytes, contentStart, end);
    const inner = depth < MAX_DEPTH ? this.#inner(element) : [];
    const parts = partsOf(
      part,
      inner.map((child) => child.tag),
    );
    return {
      offset: start,
      headerLength: contentStart - start,
      length: end - contentStart,
      type: tagName(tag),
      ...(part && { name: part.name }),
      ...(inner.length === 0 && { value: this.#value(element) }),
      ...(problem !== undefined && { problem }),
      ...(inner.length > 0 && { children: inner.map((child, i) => this.node(child, parts[i], depth + 1)) }),
    };
  }

  #value({ tag, contentStart, end }: LenientElement): string {
    const secret = this.#hidden && tag !== TAG.oid && end - contentStart > 1;
    return secret ? "(hidden)" : primitiveValue(tag, this.#bytes.subarray(contentStart, end));
  }

  /** Children, or the DER that a string holds: extension values, keys and signatures are wrapped so. */
  #inner(element: LenientElement): readonly LenientElement[] {
    const { tag, contentStart, end } = element;
    const wrapped = tag === TAG.octetString ? contentStart : tag === TAG.bitString ? contentStart + 1 : undefined;
    if (wrapped === undefined) return [...childrenOf(this.#bytes, element)];
    const content = this.#bytes.subarray(wrapped, end);
    const isDer = content.length >= 2 && isUniversal(content[0] as number) && checkDer(content).length === 0;
    return isDer ? [...lenientElements(this.#bytes, wrapped, end)] : [];
  }
}

function isUniversal(tag: number): boolean {
  return Object.values<number>(TAG).includes(tag);
}
