import { checkDer } from "./check.ts";
import { contentProblem } from "./content-rules.ts";
import { type LenientHeader, readLenientHeader } from "./lenient-header.ts";
import { MAX_DEPTH } from "./reader.ts";
import { TAG, tagName } from "./tag.ts";

/** One element as `inspect` shows it. */
export interface TreeNode {
  readonly offset: number;
  /** The first identifier octet. */
  readonly tag: number;
  /** `SEQUENCE`, `[0]`. */
  readonly name: string;
  readonly headerLength: number;
  readonly content: Uint8Array;
  /** The elements inside; also those inside an OCTET STRING or BIT STRING whose content is DER itself. */
  readonly children: readonly TreeNode[];
  /** What is not DER about this element, in words. */
  readonly problems: readonly string[];
}

/** How many elements a tree may have. A certificate has some hundred. */
const MAX_NODES = 100_000;

/** The elements of any bytes, as far as they can be read: a problem is noted at its element and reading goes on. It never throws. */
export function readTree(bytes: Uint8Array): readonly TreeNode[] {
  return new TreeBuilder(bytes).nodes(0, bytes.length, 0, false).nodes;
}

/** Elements side by side, and where the last one ends. */
interface Siblings {
  readonly nodes: readonly TreeNode[];
  readonly end: number;
}

class TreeBuilder {
  readonly #bytes: Uint8Array;
  #left: number = MAX_NODES;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  nodes(from: number, limit: number, depth: number, indefinite: boolean): Siblings {
    const nodes: TreeNode[] = [];
    let at = from;
    while (at < limit && this.#left > 0) {
      if (indefinite && this.#bytes[at] === 0 && this.#bytes[at + 1] === 0) return { nodes, end: at + 2 };
      this.#left--;
      const header = readLenientHeader(this.#bytes, at, limit);
      const inside = this.#inside(header, depth);
      const end = header.indefinite ? inside.end : header.end;
      nodes.push(this.#node(at, header, end, inside.nodes, depth));
      at = end;
    }
    return { nodes, end: at };
  }

  #inside({ tag, contentStart, end, indefinite }: LenientHeader, depth: number): Siblings {
    const none = { nodes: [], end };
    if (depth >= MAX_DEPTH || contentStart >= end) return none;
    if (tag & 0x20) return this.nodes(contentStart, end, depth + 1, indefinite);
    const from = tag === TAG.bitString ? contentStart + 1 : contentStart;
    const mayHold = (tag === TAG.octetString || tag === TAG.bitString) && holdsDer(this.#bytes.subarray(from, end));
    return mayHold ? this.nodes(from, end, depth + 1, false) : none;
  }

  #node(offset: number, header: LenientHeader, end: number, children: readonly TreeNode[], depth: number): TreeNode {
    const { tag, contentStart, problem } = header;
    const wrong = contentProblem(tag, this.#bytes, contentStart, end);
    const deep = depth >= MAX_DEPTH && tag & 0x20 ? `more than ${MAX_DEPTH} levels` : undefined;
    const problems = [problem, wrong, deep].filter((it) => it !== undefined);
    const content = this.#bytes.subarray(contentStart, end);
    return { offset, tag, name: tagName(tag), headerLength: contentStart - offset, content, children, problems };
  }
}

// Hashes and keys look like DER by chance now and then; a universal type that is whole and without fault hardly ever does.
function holdsDer(content: Uint8Array): boolean {
  return content.length > 2 && ((content[0] as number) & 0xc0) === 0 && checkDer(content).length === 0;
}
