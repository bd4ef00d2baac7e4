import type { LintedCertificate } from "./linted-certificate.ts";

/** error: some client refuses it, or it cannot work; warning: breaks a SHOULD or will hurt; notice: worth knowing. */
export type LintSeverity = "error" | "warning" | "notice";

/** Where it is, and what is there. */
export interface LintHit {
  readonly at: string;
  readonly message: string;
}

/** One thing that a private CA does well not to sign: one file, one rule, its source beside it. */
export interface LintRule {
  readonly id: string;
  readonly severity: LintSeverity;
  readonly citation: string;
  readonly summary: string;
  /** Calls `report` for each thing that it finds. */
  check(linted: LintedCertificate, report: (hit: LintHit) => void): void;
}
