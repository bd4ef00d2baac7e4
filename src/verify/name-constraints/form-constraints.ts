import type { GeneralSubtree, NameConstraints } from "../../x509/extensions/name-constraints.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { type NameForm, type Subtree, unreadable } from "./name-form.ts";
import {
  type Imposed,
  type MalformedSubtree,
  malformedSubtrees,
  type NameRefusal,
  nameRefusals,
  type PlacedSubtree,
} from "./name-refusal.ts";

/**
 * The constraints on one form of name that the CAs of a path have imposed so far. Each CA's subtrees are kept apart and a name must
 * pass them all: that is the intersection of the permitted and the union of the excluded ones of RFC 5280 section 6.1.4 (g).
 */
export interface FormConstraints {
  /** How many comparisons one name costs. */
  readonly size: number;
  /** Adds what the CA at `index` of the path says about this form. */
  impose(index: number, constraints: NameConstraints): void;
  refusals(name: GeneralName): readonly NameRefusal[];
  malformed(): readonly MalformedSubtree[];
}

/** No constraints yet. `concerns` tells which subtrees are of this form. */
export function formConstraints<N>(form: NameForm<N>, concerns: (base: GeneralName) => boolean): FormConstraints {
  const all: Imposed<N>[] = [];
  const read = (subtrees: readonly GeneralSubtree[]): readonly PlacedSubtree<N>[] =>
    [...subtrees.entries()]
      .filter(([, { base }]) => concerns(base))
      .map(([position, subtree]) => ({ ...readSubtree(form, subtree), base: subtree.base, position }));
  return {
    get size() {
      return all.reduce((sum, { permitted, excluded }) => sum + permitted.length + excluded.length, 0);
    },
    impose(index, { permitted, excluded }) {
      all.push({ index, permitted: read(permitted), excluded: read(excluded) });
    },
    refusals(name) {
      const ready = form.readName(name);
      return all.flatMap((imposed) => nameRefusals(ready, imposed));
    },
    malformed() {
      return all.flatMap(malformedSubtrees);
    },
  };
}

/** RFC 5280 knows no minimum but 0 and no maximum. */
function readSubtree<N>(form: NameForm<N>, { base, minimum, maximum }: GeneralSubtree): Subtree<N> {
  if (minimum !== 0 || maximum !== undefined) return unreadable("unsupported", "minimum and maximum are not in use");
  return form.readSubtree(base);
}
