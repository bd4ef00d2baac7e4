import type { FetchedRevocation } from "../revocation/fetch/fetched-revocation.ts";
import type { KeyUsageBit } from "../x509/extensions/key-usage.ts";
import type { Budget } from "./budget.ts";
import type { ReferenceName } from "./names/check-name.ts";
import type { PolicyInputs } from "./policies/policy-inputs.ts";
import type { RuleSet } from "./rule-set.ts";

/** The use that the leaf is meant for: a key purpose of RFC 5280 section 4.2.1.12. */
export interface Purpose {
  readonly oid: string;
}

/** What is asked, complete: every default filled in. */
export interface VerifyRequest {
  readonly at: Date;
  /** All must match. */
  readonly names: readonly ReferenceName[];
  /** Undefined: any. */
  readonly purpose: Purpose | undefined;
  /** Bits that the leaf must have. */
  readonly keyUsage: readonly KeyUsageBit[];
  /** How many intermediates a path may have, self-issued ones not counted. */
  readonly maxDepth: number;
  readonly policy: PolicyInputs;
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly Uint8Array[];
  readonly ocspNonce: Uint8Array | undefined;
  readonly fetched: FetchedRevocation | undefined;
  /** Milliseconds. */
  readonly skewMs: number;
  /** `require`: every certificate below the anchor needs a good answer; `prefer`: what the answers at hand say counts. */
  readonly revocation: "off" | "prefer" | "require";
  readonly rules: RuleSet;
  readonly unsignedLeaf: boolean;
  readonly budget: Budget;
}
