import { constraintExplanations } from "./constraints.ts";
import { encodingExplanations } from "./encoding.ts";
import { type Explanation, type ExplanationRow, explanationOf } from "./explanation.ts";
import { nameExplanations } from "./names.ts";
import { revocationExplanations } from "./revocation.ts";
import { shapeExplanations } from "./shape.ts";
import { strengthExplanations } from "./strength.ts";
import { timeExplanations } from "./time.ts";
import { trustExplanations } from "./trust.ts";
import { usageExplanations } from "./usage.ts";
import { webpkiExplanations } from "./webpki.ts";

/** Every code that a finding may carry. Ids are never renamed or reused. */
export type FindingCode =
  | keyof typeof encodingExplanations
  | keyof typeof trustExplanations
  | keyof typeof timeExplanations
  | keyof typeof revocationExplanations
  | keyof typeof constraintExplanations
  | keyof typeof usageExplanations
  | keyof typeof nameExplanations
  | keyof typeof strengthExplanations
  | keyof typeof shapeExplanations
  | keyof typeof webpkiExplanations;

const rows: Readonly<Record<FindingCode, ExplanationRow>> = {
  ...encodingExplanations,
  ...trustExplanations,
  ...timeExplanations,
  ...revocationExplanations,
  ...constraintExplanations,
  ...usageExplanations,
  ...nameExplanations,
  ...strengthExplanations,
  ...shapeExplanations,
  ...webpkiExplanations,
};

/**
 * What there is to say about each code. The order is that of the headlines: of several errors, the one that stands first here is the
 * most specific, and the first finding.
 */
export const explanations: Readonly<Record<FindingCode, Explanation>> = Object.fromEntries(
  Object.entries(rows).map(([code, row]) => [code, explanationOf(row)]),
) as Record<FindingCode, Explanation>;

const precedence: ReadonlyMap<string, number> = new Map(Object.keys(explanations).map((code, place) => [code, place]));

/** Sorts headlines: smaller is more specific. */
export function precedenceOf(code: FindingCode): number {
  return precedence.get(code) ?? precedence.size;
}
