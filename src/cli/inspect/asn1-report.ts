import { TAG } from "../../asn1/tag.ts";
import type { TreeNode } from "../../asn1/tree.ts";
import { primitiveValue } from "./asn1-value.ts";
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
  readonly problems?: readonly string[];
  readonly children?: readonly Asn1Node[];
}

export interface Asn1ReportOptions {
  /** The values are a secret: only what kind of structure it is may show. */
  readonly hidden: boolean;
}

/** The tree of an encoding with the names that the RFC of its structure gives. */
export function asn1Report(node: TreeNode, part: Part | undefined, options: Asn1ReportOptions): Asn1Node {
  const { offset, headerLength, content, name, children, problems } = node;
  const parts = partsOf(
    part,
    children.map(({ tag }) => tag),
  );
  return {
    offset,
    headerLength,
    length: content.length,
    type: name,
    ...(part && { name: part.name }),
    ...(children.length === 0 && { value: shownValue(node, options) }),
    ...(problems.length > 0 && { problems }),
    ...(children.length > 0 && { children: children.map((child, i) => asn1Report(child, parts[i], options)) }),
  };
}

function shownValue({ tag, content }: TreeNode, { hidden }: Asn1ReportOptions): string {
  return hidden && tag !== TAG.oid && content.length > 1 ? "(hidden)" : primitiveValue(tag, content);
}
