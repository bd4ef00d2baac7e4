import type { NameConstraints } from "../../x509/extensions/name-constraints.ts";
import { constrainedNames, type NamedCertificate, type PlacedName } from "./certificate-names.ts";
import type { FormConstraints } from "./form-constraints.ts";
import { constraintsFor, formKey } from "./name-forms.ts";
import type { MalformedSubtree, NameRefusal } from "./name-refusal.ts";

/** What the check reads of each certificate. */
export interface ConstrainedCertificate extends NamedCertificate {
  readonly isSelfIssued: boolean;
  /** Undefined when the certificate has no such extension, or when the anchor's is not to be honoured. */
  readonly nameConstraints: NameConstraints | undefined;
}

/** A name that the CAs above it do not allow. */
export interface NameConstraintViolation extends NameRefusal, PlacedName {
  /** The certificate that holds the name, 0 = leaf. */
  readonly index: number;
}

export interface NameConstraintOutcome {
  readonly violations: readonly NameConstraintViolation[];
  /** Faults of the CAs' subtrees themselves, met by a name or not. */
  readonly malformed: readonly MalformedSubtree[];
  /** The certificate at which the budget ran out; from there down nothing was checked, so that the path cannot be accepted. */
  readonly exhaustedAt: number | undefined;
}

/** Violations that are told; one would do to refuse the path. */
const ENOUGH = 100;

/**
 * Name constraints along a path (RFC 5280 sections 4.2.1.10 and 6.1). The anchor's own names are not checked, nor are those of
 * self-issued certificates other than the leaf.
 * @param path leaf first, the trust anchor last.
 * @param spend takes comparisons from the caller's budget; false when so many are not left. A name against a subtree of its form is one.
 */
export function checkNameConstraints(
  path: readonly ConstrainedCertificate[],
  spend: (comparisons: number) => boolean,
): NameConstraintOutcome {
  const byForm = new Map<string, FormConstraints>();
  const violations: NameConstraintViolation[] = [];
  const outcome = (exhaustedAt?: number): NameConstraintOutcome => ({
    violations,
    malformed: [...byForm.values()].flatMap((form) => form.malformed()),
    exhaustedAt,
  });
  for (const [index, certificate] of [...path.entries()].reverse()) {
    const isAnchor = index === path.length - 1;
    const isExempt = isAnchor || (index > 0 && certificate.isSelfIssued);
    for (const placed of isExempt || byForm.size === 0 ? [] : constrainedNames(certificate)) {
      const constraints = byForm.get(formKey(placed.name));
      if (constraints === undefined) continue;
      if (!spend(constraints.size)) return outcome(index);
      violations.push(...constraints.refusals(placed.name).map((refusal) => ({ ...placed, ...refusal, index })));
      if (violations.length >= ENOUGH) return outcome();
    }
    if (index > 0 && certificate.nameConstraints) impose(byForm, index, certificate.nameConstraints);
  }
  return outcome();
}

function impose(byForm: Map<string, FormConstraints>, index: number, constraints: NameConstraints): void {
  const bases = [...constraints.permitted, ...constraints.excluded].map(({ base }) => base);
  for (const key of new Set(bases.map(formKey))) {
    const form = byForm.get(key) ?? constraintsFor(key);
    form.impose(index, constraints);
    byForm.set(key, form);
  }
}
