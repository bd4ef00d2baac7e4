import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Store } from "../../store/store.ts";
import type { StoreFacts } from "../../store/store-facts.ts";
import type { AuthorityChain } from "../authority-chain.ts";

/** Something that is wrong, or will be. */
export interface DoctorFinding {
  readonly code: string;
  /** error: something does not work now; warning: it will stop to, or hurts; notice: worth knowing. */
  readonly severity: "error" | "warning" | "notice";
  readonly message: string;
  /** What settles it. */
  readonly next: string;
}

/** An authority with its certificates read. */
export interface ExaminedAuthority extends AuthorityChain {
  readonly record: AuthorityRecord;
}

/** What a check looks at. */
export interface Examination {
  readonly store: Store;
  readonly facts: StoreFacts;
  readonly authorities: readonly ExaminedAuthority[];
  readonly now: Date;
}

/** One thing that doctor looks at: one file, one check. */
export interface DoctorCheck {
  readonly id: string;
  readonly summary: string;
  run(examination: Examination): Iterable<DoctorFinding> | AsyncIterable<DoctorFinding>;
}
