import type { Fix, FixRole } from "../finding.ts";

/** What there is to say about a code whatever the case: why clients mind, what to do about it, and OpenSSL's number for it. */
export interface Explanation {
  readonly why: string;
  readonly fix: readonly Fix[];
  readonly openssl?: number;
}

/** The same as a row of a table; the fix of each role by its name. */
export type ExplanationRow = readonly [why: string, fix: Readonly<Partial<Record<FixRole, string>>>, openssl?: number];

export function explanationOf([why, fix, openssl]: ExplanationRow): Explanation {
  const fixes = (Object.entries(fix) as [FixRole, string][]).map(([role, text]) => ({ role, text }));
  return { why, fix: fixes, ...(openssl === undefined ? {} : { openssl }) };
}
