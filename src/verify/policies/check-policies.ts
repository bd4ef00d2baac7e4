import { OID } from "../../asn1/oids.ts";
import { PolicyCounters } from "./policy-counters.ts";
import {
  addPolicies,
  authorityConstrainedPolicies,
  isNull,
  mapPolicies,
  type PolicyLevel,
  rootLevel,
} from "./policy-graph.ts";
import type { PolicyCertificate, PolicyInputs } from "./policy-inputs.ts";

/** What certificate policies make of a path. */
export type PolicyOutcome =
  | {
      readonly valid: true;
      /** user-constrained-policy-set: what the path is valid for; it may hold anyPolicy, and be empty where none was required. */
      readonly policies: readonly string[];
    }
  | {
      readonly valid: false;
      readonly reason: "policy-required" | "policy-mapping-inhibited" | "malformed-extension";
      /** True when an extension breaks its own rules, whatever the path. */
      readonly isMalformed?: true;
      /** The certificate at which it failed, 0 = leaf. */
      readonly index: number;
      /** What was wrong there, in words. */
      readonly detail: string;
    };

type Refusal = Extract<PolicyOutcome, { valid: false }>;

/**
 * Certificate policies along a path: RFC 5280 section 6.1 with the policy graph of RFC 9618.
 * @param path the certificates, leaf first, without the trust anchor.
 */
export function checkPolicies(path: readonly PolicyCertificate[], inputs: PolicyInputs): PolicyOutcome {
  const outcome = malformed(path) ?? processPath(path, inputs);
  if (outcome.valid || outcome.reason !== "policy-required") return outcome;
  const index = mappingInhibitedAt(path, inputs);
  if (index === undefined || !processPath(path, inputs, true).valid) return outcome;
  return { valid: false, reason: "policy-mapping-inhibited", index, detail: "its policy mappings do not count" };
}

function malformed(path: readonly PolicyCertificate[]): Refusal | undefined {
  for (const [index, { certificatePolicies = [], policyMappings = [] }] of path.entries()) {
    const refuse = (reason: Refusal["reason"], detail: string): Refusal => {
      return { valid: false, reason, isMalformed: true, index, detail };
    };
    if (new Set(certificatePolicies).size < certificatePolicies.length)
      return refuse("malformed-extension", "its certificatePolicies list a policy twice");
    const mapped = policyMappings.flatMap(({ issuerDomain, subjectDomain }) => [issuerDomain, subjectDomain]);
    if (index > 0 && mapped.includes(OID.anyPolicy))
      return refuse("policy-mapping-inhibited", "its policyMappings map anyPolicy, which never counts");
  }
  return undefined;
}

/** One pass from the top of the path to the leaf. `mapsAlways` asks what would be if nobody had inhibited mapping. */
function processPath(path: readonly PolicyCertificate[], inputs: PolicyInputs, mapsAlways = false): PolicyOutcome {
  const counters = new PolicyCounters(path.length, inputs);
  const levels: PolicyLevel[] = [];
  let level = rootLevel;
  for (const [index, certificate] of topDown(path)) {
    const isLeaf = index === 0;
    const anyPolicyAllowed = counters.inhibitAnyPolicy > 0 || (!isLeaf && certificate.isSelfIssued);
    level = addPolicies(level, certificate.certificatePolicies, anyPolicyAllowed);
    if (counters.explicitPolicy === 0 && isNull(level)) return required(index, noPolicy(certificate));
    const inhibited = counters.policyMapping === 0 && !mapsAlways;
    if (!isLeaf) level = mapPolicies(level, certificate.policyMappings ?? [], inhibited);
    levels.push(level);
    counters.pass(certificate, isLeaf);
  }
  const policies = userConstrainedPolicies(authorityConstrainedPolicies(levels), inputs.initialPolicySet);
  if (counters.explicitPolicy > 0 || policies.length > 0) return { valid: true, policies };
  const [leaf] = path;
  if (leaf !== undefined && isNull(level)) return required(0, noPolicy(leaf));
  return required(0, "none of the policies asked for is valid along the whole path");
}

/** RFC 9618 section 5.5, step g (6): the policies that the caller asked for. */
function userConstrainedPolicies(authority: ReadonlySet<string>, asked: readonly string[]): readonly string[] {
  if (asked.length === 0 || asked.includes(OID.anyPolicy)) return [...authority];
  return asked.filter((policy) => authority.has(policy) || authority.has(OID.anyPolicy));
}

/** The first certificate, from the top, whose mappings a certificate above it or the caller inhibits. */
function mappingInhibitedAt(path: readonly PolicyCertificate[], inputs: PolicyInputs): number | undefined {
  const counters = new PolicyCounters(path.length, inputs);
  for (const [index, certificate] of topDown(path)) {
    if (index > 0 && counters.policyMapping === 0 && certificate.policyMappings !== undefined) return index;
    counters.pass(certificate, index === 0);
  }
  return undefined;
}

function topDown(path: readonly PolicyCertificate[]): readonly (readonly [number, PolicyCertificate])[] {
  return [...path.entries()].reverse();
}

function noPolicy({ certificatePolicies }: PolicyCertificate): string {
  return certificatePolicies === undefined
    ? "it has no certificatePolicies, and a policy is required"
    : "none of its policies continues one of the certificates above, and a policy is required";
}

function required(index: number, detail: string): Refusal {
  return { valid: false, reason: "policy-required", index, detail };
}
