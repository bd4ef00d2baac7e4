import type { Certificate } from "../../x509/certificate.ts";
import type { CompiledProfile } from "../compile-profile.ts";
import type { Issuer } from "../issuer.ts";
import type { Profile } from "../profile.ts";

/** What a rule reads: the certificate as it would be signed, and what it is held against. Never the request. */
export interface PolicyInput {
  readonly certificate: Certificate;
  readonly compiled: CompiledProfile;
  readonly profile: Profile;
  readonly issuer: Issuer;
}

/** Why a certificate is refused, in three facts and the way out. */
export interface Refusal {
  /** Where in the certificate, such as `extensions.subjectAltName[0]`. */
  readonly at: string;
  readonly found: string;
  readonly allowed: string;
  /** The field of the profile, or the thing outside it, that decides. */
  readonly knob: string;
}

/** One rule of what an authority may sign. */
export interface PolicyRule {
  readonly id: string;
  readonly summary: string;
  /** Calls `refuse` for each thing that may not be: every certificate passes here, and the usual one is refused nothing. */
  check(input: PolicyInput, refuse: (refusal: Refusal) => void): void;
}
