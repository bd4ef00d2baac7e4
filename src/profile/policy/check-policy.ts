import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CompiledProfile } from "../compile-profile.ts";
import type { PolicyInput, PolicyRule, Refusal } from "./policy-rule.ts";
import { policyRules } from "./rules.ts";

/** A refusal, the rule that it comes from, and the whole of it in one sentence. */
export interface PolicyRefusal extends Refusal {
  readonly rule: string;
  readonly message: string;
}

/**
 * Everything that the profile refuses about a certificate. It reads the bytes that would be signed (`Certificate.fromTbs`), never the
 * request, so that nothing between the two goes unseen. A rule that cannot read the certificate refuses it; the others still run.
 */
export function checkPolicy(compiled: CompiledProfile, certificate: Certificate): readonly PolicyRefusal[] {
  const { profile, issuer } = compiled;
  const input: PolicyInput = { certificate, compiled, profile, issuer };
  const found: PolicyRefusal[] = [];
  let asked: PolicyRule;
  const refuse = (refusal: Refusal) => {
    found.push(describe(asked, refusal));
  };
  for (asked of policyRules) {
    try {
      asked.check(input, refuse);
    } catch (error) {
      refuse(unreadable(error));
    }
  }
  return found;
}

/** @throws PkiError ERR_PROFILE_REFUSED when the profile refuses anything about the certificate */
export function enforcePolicy(compiled: CompiledProfile, certificate: Certificate): void {
  const found = checkPolicy(compiled, certificate);
  if (found.length === 0) return;
  throw new PkiError("ERR_PROFILE_REFUSED", {
    profile: compiled.profile.name,
    refusals: found.map(({ message }) => message).join("; "),
    rules: [...new Set(found.map(({ rule }) => rule))].join(", "),
    knobs: [...new Set(found.map(({ knob }) => knob))].join(", "),
  });
}

function unreadable(error: unknown): Refusal {
  if (!isPkiError(error)) throw error;
  return { at: "tbsCertificate", found: error.message, allowed: "a certificate that can be read", knob: "the request" };
}

function describe({ id }: PolicyRule, refusal: Refusal): PolicyRefusal {
  const { at, found, allowed, knob } = refusal;
  return { rule: id, ...refusal, message: `${at} is ${found}, allowed is ${allowed} (${knob})` };
}
