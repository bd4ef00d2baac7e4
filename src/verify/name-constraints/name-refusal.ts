import type { GeneralName } from "../../x509/general-name.ts";
import type { Relation, Subtree } from "./name-form.ts";

/** What a name breaks, and the subtrees that say so. */
export interface NameRefusal {
  /** "unsupported" and "malformed": name and subtree cannot be compared, which RFC 5280 section 4.2.1.10 makes a refusal too. */
  readonly kind: "permitted" | "excluded" | "unsupported" | "malformed";
  readonly detail: string;
  readonly imposedBy: ImposedBy;
}

/** The place of a constraint. */
export interface ImposedBy {
  /** The CA on the path. */
  readonly index: number;
  /** "extensions.nameConstraints.excluded[0]", or "extensions.nameConstraints.permitted" for all of the name's form together. */
  readonly at: string;
  readonly bases: readonly GeneralName[];
}

/** A subtree that is not what RFC 5280 section 4.2.1.10 allows: the fault of the CA at `index`. */
export interface MalformedSubtree {
  readonly index: number;
  readonly at: string;
  readonly base: GeneralName;
  readonly detail: string;
}

/** A subtree and its place in the extension. */
export interface PlacedSubtree<N> extends Subtree<N> {
  readonly base: GeneralName;
  readonly position: number;
}

/** The subtrees that one CA imposes on one form of name. */
export interface Imposed<N> {
  readonly index: number;
  readonly permitted: readonly PlacedSubtree<N>[];
  readonly excluded: readonly PlacedSubtree<N>[];
}

/**
 * A name must be in one of the permitted subtrees, if there are any, and in none of the excluded ones; the first that excludes it is
 * told. `name` is undefined when it is malformed.
 */
export function nameRefusals<N>(name: N | undefined, imposed: Imposed<N>): readonly NameRefusal[] {
  const relate = (subtree: Subtree<N>): Relation => (name === undefined ? "partly" : subtree.relate(name));
  const excluding = imposed.excluded.find((subtree) => relate(subtree) !== "outside");
  const refusals = excluding === undefined ? [] : [excludedBy(excluding, name, imposed.index)];
  const { permitted } = imposed;
  if (permitted.length === 0 || permitted.some((subtree) => relate(subtree) === "inside")) return refusals;
  const reason: Reason = incomparable(name, permitted) ?? {
    kind: "permitted",
    detail: "it lies in no permitted subtree",
  };
  return [...refusals, { ...reason, imposedBy: place(imposed.index, "permitted", permitted) }];
}

function excludedBy<N>(subtree: PlacedSubtree<N>, name: N | undefined, index: number): NameRefusal {
  const imposedBy = place(index, `excluded[${subtree.position}]`, [subtree]);
  const isInside = name !== undefined && subtree.relate(name) === "inside";
  const detail = isInside ? "it lies in an excluded subtree" : "it matches names of an excluded subtree";
  return { ...(incomparable(name, [subtree]) ?? { kind: "excluded", detail }), imposedBy };
}

/** The subtrees that are malformed, whether or not a name meets them. */
export function malformedSubtrees<N>({ index, permitted, excluded }: Imposed<N>): readonly MalformedSubtree[] {
  const inPart = (part: string, subtrees: readonly PlacedSubtree<N>[]): readonly MalformedSubtree[] =>
    subtrees.flatMap(({ base, position, problem }) =>
      problem?.kind === "malformed"
        ? [{ index, at: `extensions.nameConstraints.${part}[${position}]`, base, detail: problem.text }]
        : [],
    );
  return [...inPart("permitted", permitted), ...inPart("excluded", excluded)];
}

type Reason = Pick<NameRefusal, "kind" | "detail">;

function incomparable<N>(name: N | undefined, subtrees: readonly Subtree<N>[]): Reason | undefined {
  if (name === undefined) return { kind: "malformed", detail: "it is malformed and cannot be compared" };
  const problem = subtrees.find((subtree) => subtree.problem && subtree.relate(name) === "partly")?.problem;
  return problem && { kind: problem.kind, detail: problem.text };
}

function place<N>(index: number, part: string, subtrees: readonly PlacedSubtree<N>[]): ImposedBy {
  return { index, at: `extensions.nameConstraints.${part}`, bases: subtrees.map(({ base }) => base) };
}
