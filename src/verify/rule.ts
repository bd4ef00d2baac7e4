import type { Certificate } from "../x509/certificate.ts";
import type { FindingCode } from "./explanations/index.ts";
import type { Problem, Severity } from "./finding.ts";
import type { CandidatePath } from "./path/candidate-path.ts";
import type { PoolEntry } from "./path/certificate-pool.ts";
import type { Given } from "./path/given.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** What a certificate is in its path. */
export type Role = "leaf" | "intermediate" | "anchor";

/** What a rule sees beside the certificate. */
export interface RuleContext {
  readonly role: Role;
  readonly request: VerifyRequest;
  /** The certificate where it stands, with its key. */
  readonly entry: PoolEntry;
}

/** Nothing, or what is wrong: one sentence, or several problems. */
export type Outcome = undefined | string | Problem | readonly Problem[];

/** What every rule says of itself. */
export interface RuleFacts {
  /** Also the code of its findings, unless they carry their own. */
  readonly id: FindingCode;
  /** Further codes that its findings may carry. */
  readonly raises?: readonly FindingCode[];
  readonly severity: Severity;
  readonly citation: string;
  /** What holds where the rule is kept. */
  readonly summary: string;
  /** The field that it speaks of, below `chain[n].`. */
  readonly field?: string;
}

/** A rule that looks at one certificate. */
export interface CertificateRule extends RuleFacts {
  /** Where in a path the certificate must stand for the rule to look at it. */
  readonly roles: readonly Role[];
  /** The type of the extension that it is about: certificates without it are not looked at. */
  readonly extension?: string;
  /** Absent: to every certificate in these roles. */
  readonly applies?: (certificate: Certificate, context: RuleContext) => boolean;
  readonly check: (certificate: Certificate, context: RuleContext) => Outcome;
}

/** A rule that looks at a whole path, from the leaf to a trust anchor. */
export interface PathRule extends RuleFacts {
  /** Absent: to every path. */
  readonly applies?: (path: CandidatePath, request: VerifyRequest) => boolean;
  readonly check: (path: CandidatePath, request: VerifyRequest) => Outcome;
}

/** A path that was found, and what was given. */
export interface PathAmongGiven {
  readonly path: CandidatePath;
  readonly given: Given;
  /** For each certificate that was sent: where on the path it stands, -1 when it does not. */
  readonly places: readonly number[];
}

/** A rule that looks at what was given beside the path that was found: nothing of it breaks the path. */
export interface GivenRule extends RuleFacts {
  readonly check: (found: PathAmongGiven, request: VerifyRequest) => Outcome;
}
