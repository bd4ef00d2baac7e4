import type { FetchedRevocation } from "../revocation/fetch/fetched-revocation.ts";
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
  /** More of them, fetched from where certificates say that their issuers' are (`fetchIssuers`). */
  readonly aia?: readonly CertificateInput[];
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
  /** How many intermediates a path may have, self-issued ones not counted; 20 by default. */
  readonly maxDepth?: number;
  /** The user's part of certificate policies: RFC 5280 section 6.1.1 (c), (e), (f), (g). */
  readonly policy?: Partial<PolicyInputs>;
  /** CRLs, DER. */
  readonly crls?: readonly Uint8Array[];
  /** OCSP responses, DER. */
  readonly ocsp?: readonly Uint8Array[];
  /** The nonce of the request that the OCSP responses are to answer, where it had one. */
  readonly ocspNonce?: Uint8Array;
  /** What `fetchRevocation` brought from where the certificates themselves say. */
  readonly fetched?: FetchedRevocation;
  /** How far ahead CRLs and OCSP responses may be dated, for live ones: clocks differ. Milliseconds; 0 by default. */
  readonly skewMs?: number;
  /**
   * `require`: every certificate below the anchor needs a good answer from the CRLs and OCSP responses at hand. `prefer`, the default:
   * what they say counts, and silence is told of where anything was at hand, but does not count.
   */
  readonly revocation?: "off" | "prefer" | "require";
  /** By what rules; `rfc5280` by default. */
  readonly rules?: RuleSetName | RuleSet;
  /** Limits other than the default ones. */
  readonly budget?: Partial<BudgetLimits>;
  /** The leaf is not signed yet: a CA asks whether what it is about to sign would validate. */
  readonly dangerUnsignedLeaf?: boolean;
}
