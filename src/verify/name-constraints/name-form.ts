import type { GeneralName } from "../../x509/general-name.ts";

/**
 * How a name lies to a subtree. "partly" is a name that may stand for others, some of them inside (a wildcard), and whatever cannot
 * be compared: neither permitted nor free of an exclusion, so that the check fails closed.
 */
export type Relation = "inside" | "partly" | "outside";

/** Why a subtree is not what RFC 5280 section 4.2.1.10 allows, in words. */
export interface SubtreeProblem {
  readonly kind: "unsupported" | "malformed";
  readonly text: string;
}

/** A subtree, ready to be compared. Some malformed ones still can be; clients that are lenient do. */
export interface Subtree<N> {
  readonly relate: (name: N) => Relation;
  readonly problem?: SubtreeProblem;
}

/** One form of name: how its names and its subtrees are read. `N` is a name made ready for comparison. */
export interface NameForm<N> {
  /** Undefined when the name is malformed, so that it lies partly in every subtree. */
  readonly readName: (name: GeneralName) => N | undefined;
  readonly readSubtree: (base: GeneralName) => Subtree<N>;
}

/** A subtree that nothing can be compared to. */
export function unreadable(kind: SubtreeProblem["kind"], text: string): Subtree<unknown> {
  return { relate: () => "partly", problem: { kind, text } };
}

export function inOrOut(inside: boolean): Relation {
  return inside ? "inside" : "outside";
}
