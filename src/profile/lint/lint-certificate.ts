import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { LintHit, LintRule, LintSeverity } from "./lint-rule.ts";
import { LintedCertificate } from "./linted-certificate.ts";
import { lintRules } from "./rules.ts";

/** What lint has to say about one place of a certificate. */
export interface LintFinding extends LintHit {
  readonly code: string;
  readonly severity: LintSeverity;
  readonly citation: string;
}

export interface LintCertificateOptions {
  /** For a CA: the URLs at which its own CRLs will be published. */
  readonly ownCrlUrls?: readonly string[];
}

/** Runs every rule over a certificate that is about to be signed, or is. A rule that cannot read it says so; the others still run. */
export function lintCertificate(
  certificate: Certificate,
  { ownCrlUrls = [] }: LintCertificateOptions = {},
): readonly LintFinding[] {
  const linted = new LintedCertificate(certificate, ownCrlUrls);
  const found: LintFinding[] = [];
  let asked: LintRule;
  const report = (hit: LintHit) => {
    found.push(describe(asked, hit));
  };
  for (asked of lintRules) {
    try {
      asked.check(linted, report);
    } catch (error) {
      report(unreadable(error));
    }
  }
  return found;
}

function describe({ id, severity, citation }: LintRule, { at, message }: LintHit): LintFinding {
  return { code: id, severity, at, message, citation };
}

function unreadable(error: unknown): LintHit {
  if (!isPkiError(error)) throw error;
  return { at: "tbsCertificate", message: `cannot be read: ${error.message}` };
}
