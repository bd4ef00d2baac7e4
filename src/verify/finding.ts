import type { FindingCode } from "./explanations/index.ts";

/** error: breaks the path, or a MUST that counts for the path; warning: breaks a rule that most clients let pass; notice: worth knowing. */
export type Severity = "error" | "warning" | "notice";

/** Who can act on a fix. */
export type FixRole = "server" | "client" | "ca";

export interface Fix {
  readonly role: FixRole;
  readonly text: string;
}

/** One thing that verification found, complete enough to be shown by itself. */
export interface Finding {
  /** A fault id: never renamed, never reused. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The certificate of the path that it speaks of; 0 is the leaf. */
  readonly index: number;
  /** Where, as a path: `chain[1].extensions.nameConstraints`. */
  readonly at: string;
  /** What is the matter, with the facts: names, dates, what was expected and what was there. */
  readonly message: string;
  /** Why clients mind. */
  readonly why: string;
  readonly fix: readonly Fix[];
  /** OpenSSL's X509_V_ERR number, where it has one. */
  readonly openssl?: number;
  /** Where it is written. */
  readonly citation: string;
}

/** What a rule says: the message alone, or with what differs from the rule's own code and place. */
export interface Problem {
  readonly code?: FindingCode;
  readonly message: string;
  /** Where this case of it counts less than the rule says. */
  readonly severity?: Severity;
  /** The field, below `chain[n].`. */
  readonly field?: string;
  /** The whole place, where it is none of the path: `untrusted[2]`. */
  readonly at?: string;
  /** The certificate, for rules that look at the whole path. */
  readonly index?: number;
  readonly openssl?: number;
}
