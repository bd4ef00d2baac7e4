import type { Certificate } from "../x509/certificate.ts";
import type { KeyUsageBit } from "../x509/extensions/key-usage.ts";
import type { BudgetLimits } from "./budget.ts";
import type { ReferenceName } from "./names/check-name.ts";
import type { PolicyInputs } from "./policies/policy-inputs.ts";
import type { RuleSet } from "./rule-set.ts";
import type { RuleSetName } from "./rule-sets/index.ts";

/** A certificate, or its DER. */
export type CertificateInput = Certificate | Uint8Array;

export interface VerifyOptions {
  /** The trust anchors, self-signed or not. */
  readonly trust: readonly CertificateInput[];
  /** Further certificates that a path may use. */
  readonly untrusted?: readonly CertificateInput[];
  /** The time at which the path is to be valid; now, by default. */
  readonly at?: Date;
  /** The name that the leaf must hold: `localhost`, `10.0.0.1`, `user@host`, `spiffe://host/path`. */
  readonly name?: string | ReferenceName;
  /** Several names, all of which the leaf must hold. */
  readonly names?: readonly (string | ReferenceName)[];
  /** `serverAuth`, `clientAuth`, … or an object identifier; `any`, the default, does not look. */
  readonly purpose?: string;
  /** Bits that the leaf's key usage must have, if it has one. */
  readonly keyUsage?: readonly KeyUsageBit[];
  /** How many intermediates a path may have; 20 by default. */
  readonly maxDepth?: number;
  /** The user's part of certificate policies: RFC 5280 section 6.1.1 (c), (e), (f), (g). */
  readonly policy?: Partial<PolicyInputs>;
  /** CRLs, DER. */
  readonly crls?: readonly Uint8Array[];
  /** OCSP responses, DER. */
  readonly ocsp?: readonly Uint8Array[];
  /**
   * `require`: every certificate below the anchor needs a good answer from the CRLs and OCSP responses given. `if-given`, the default:
   * what they say counts, and silence does not.
   */
  readonly revocation?: "require" | "if-given" | "off";
  /** By what rules; `rfc5280` by default. */
  readonly rules?: RuleSetName | RuleSet;
  /** Limits other than the default ones. */
  readonly budget?: Partial<BudgetLimits>;
  /** The leaf is not signed yet: a CA asks whether what it is about to sign would validate. */
  readonly dangerUnsignedLeaf?: boolean;
}
