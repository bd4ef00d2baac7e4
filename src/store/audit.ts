/** One entry of the audit log. */
export interface AuditEntry {
  /** Counts from 1 without a gap. */
  readonly seq: number;
  readonly at: string;
  /** Who did it, as the opener of the store said. */
  readonly by: string;
  /** What happened: "reserved", "issued", "abandoned", "revoked", "unheld", "authorities-added", … */
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** SHA-256 of the previous entry, 64 zeros for the first. Hex. */
  readonly prev: string;
  /** SHA-256 of this entry. Hex. */
  readonly hash: string;
}

/** The end of the log at some moment. Kept elsewhere, it shows later whether anything up to it was changed or cut off. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditVerdict {
  readonly valid: boolean;
  /** How many entries hold. */
  readonly entries: number;
  /** The last entry that holds. */
  readonly head: AuditHead | undefined;
  /** The first that does not. */
  readonly problem?: AuditProblem;
}

export interface AuditProblem {
  /** Where to look, such as "journal/000002.jsonl line 17". */
  readonly where: string;
  /** The number that the entry should have. */
  readonly seq: number;
  readonly message: string;
}
