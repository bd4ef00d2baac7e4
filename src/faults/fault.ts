import type { FindingCode } from "../verify/explanations/index.ts";
import type { Fix } from "../verify/finding.ts";
import type { AmbiguityId } from "./ambiguities.ts";
import type { Lab } from "./build/lab.ts";
import type { RevocationSource } from "./build/revocation-sources.ts";
import type { SceneSpec } from "./build/scene.ts";
import type { Prints } from "./prints/prints.ts";

export type FaultGroup = "trust" | "time" | "names" | "usage" | "strength" | "revocation" | "handshake" | "mtls";

/** How many clients refuse it. */
export type Severity = "every client refuses" | "most clients refuse" | "some clients refuse" | "accepted";

/** What a client program needs in its own words to get past the fault: the words stand in its row of `explain/programs`. */
export type ClientNeed = "trust" | "certificate" | "versions";

/** One thing that is wrong between a client and a server: what it is, who minds, what they print, who can mend it. */
export interface Fault {
  /** A contract: never renamed, never reused. */
  readonly id: string;
  readonly title: string;
  /** What is wrong, in two sentences. */
  readonly story: string;
  readonly citation: string;
  readonly severity: Severity;
  /** How often it is the cause where several are possible; 100 is everyday, 1 is hardly ever outside of a lab. */
  readonly weight: number;
  /** The findings that our verifier raises, the headline first; none before there is a chain to judge. */
  readonly raises: readonly FindingCode[];
  /** badssl.com's name for it. */
  readonly badssl?: string;
  /** The set of faults whose messages cannot be told apart from its own. */
  readonly ambiguity: AmbiguityId;
  readonly needs?: ClientNeed;
  readonly prints: Prints;
  /** From what its clients learn of revocation, for faults that show only then. */
  readonly revocation?: RevocationSource;
  /** How it is made: one deviation from a good chain, a good server and a good client is the only thing said. */
  build(lab: Lab): SceneSpec;
  /** What its advice leads to, where that is not simply the good chain on a good server. */
  mend?(lab: Lab): SceneSpec;
  /** Why clients mind and what to do, where no finding says it. */
  readonly advice?: Advice;
}

export interface Advice {
  readonly why: string;
  readonly fix: readonly Fix[];
}
