import type { Fix, FixRole } from "../finding.ts";

/** What there is to say about a code whatever the case: why clients mind, what to do about it, and OpenSSL's number for it. */
export interface Explanation {
  readonly why: string;
  readonly fix: readonly Fix[];
  readonly openssl?: number;
}

/** One row of a table of explanations. */
export function explanation(why: string, fix: Partial<Record<FixRole, string>>, openssl?: number): Explanation {
  const fixes = (Object.entries(fix) as [FixRole, string][]).map(([role, text]) => ({ role, text }));
  return { why, fix: fixes, ...(openssl === undefined ? {} : { openssl }) };
}
