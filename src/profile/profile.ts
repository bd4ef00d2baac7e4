import type { IssuableKeyTypeId } from "../keys/algorithms.ts";
import type { SignatureAlgorithmId } from "../keys/signature-algorithms.ts";
import type { KeyUsageBit } from "../x509/extensions/key-usage.ts";
import type { tlsFeatureNumbers } from "../x509/extensions/tls-feature.ts";

/**
 * What certificates of one sort look like and what may be asked for: plain, complete data, checked by the schema. Object identifiers are
 * dotted, durations are seconds, and what a template leaves out stands here with its default. `schema.ts` says what each field means.
 */
export interface Profile {
  readonly name: string;
  readonly description: string;
  readonly kind: "root" | "intermediate" | "end-entity";
  readonly subject: SubjectTerms;
  readonly validity: ValidityTerms;
  readonly keys: readonly IssuableKeyTypeId[];
  readonly signatures: "strong" | readonly SignatureAlgorithmId[];
  readonly keyUsage: readonly KeyUsageBit[];
  readonly extendedKeyUsage: { readonly purposes: readonly string[]; readonly critical: boolean };
  readonly subjectAltName: SubjectAltNameTerms;
  readonly pathLength?: number | undefined;
  readonly nameConstraints: NameConstraintTerms;
  readonly certificatePolicies: readonly PolicyTerm[];
  readonly crlDistributionPoints: UrlTerms;
  readonly authorityInfoAccess: { readonly ocsp: UrlTerms; readonly caIssuers: UrlTerms };
  readonly tlsFeature: readonly TlsFeatureName[];
  readonly ocspNoCheck: boolean;
  readonly extensions: readonly ExtensionTerm[];
  readonly csr: CsrTerms;
}

export interface SubjectTerms {
  readonly fixed: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  readonly allowed: "any" | readonly string[];
  readonly forbidden: readonly string[];
  readonly commonName: "first-name" | "request" | "none";
}

/** Periods in seconds. */
export interface ValidityTerms {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly backdate: number;
  readonly outlivesIssuer: "refuse" | "clamp";
}

/** The forms of subjectAltName that a profile tells apart: two forms of otherName have words of their own. */
export const sanKinds = [
  "dns",
  "ip",
  "email",
  "uri",
  "directoryName",
  "registeredId",
  "upn",
  "smtpUtf8Mailbox",
  "otherName",
] as const;
export type SanKind = (typeof sanKinds)[number];

export interface SubjectAltNameTerms {
  readonly allowed: readonly SanKind[];
  readonly required: readonly SanKind[];
  readonly min: number;
  readonly max: number;
  readonly wildcards: boolean;
  readonly dns: PatternTerms;
  readonly ip: PatternTerms;
  readonly email: PatternTerms;
  readonly uri: PatternTerms;
}

/** Allow and deny patterns; nothing under `allow` means that all is allowed, and `deny` wins. */
export interface PatternTerms {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

export interface NameConstraintTerms {
  readonly critical: boolean;
  readonly permitted: SubtreeTerms;
  readonly excluded: SubtreeTerms;
}

export interface SubtreeTerms {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
  readonly email: readonly string[];
  readonly uri: readonly string[];
  readonly directoryName: readonly string[];
}

export interface PolicyTerm {
  readonly oid: string;
  readonly cps?: string | undefined;
  readonly notice?: string | undefined;
}

/** URL templates, or the URLs that the issuing authority is configured with. */
export type UrlTerms = "authority" | readonly string[];

/** TLS extensions that a server promises to answer with (RFC 7633). */
export type TlsFeatureName = keyof typeof tlsFeatureNumbers;

export interface ExtensionTerm {
  readonly oid: string;
  readonly critical: boolean;
  /** The content of extnValue, in hexadecimal digits. */
  readonly valueHex: string;
}

/** What of a certification request is honoured; the rest of it is left out. */
export interface CsrTerms {
  readonly subject: boolean;
  readonly names: boolean;
  readonly commonNameAsName: boolean;
  readonly extensions: readonly string[];
}
