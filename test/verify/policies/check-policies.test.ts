import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { checkPolicies } from "../../../src/verify/policies/check-policies.ts";
import type { PolicyCertificate, PolicyInputs } from "../../../src/verify/policies/policy-inputs.ts";
import { naivePolicies } from "./naive-tree.ts";

const [gold, silver, bronze] = ["1.2.3.1", "1.2.3.2", "1.2.3.3"] as const;

function certificate(facts: Partial<PolicyCertificate> = {}): PolicyCertificate {
  return {
    isSelfIssued: false,
    certificatePolicies: undefined,
    policyMappings: undefined,
    policyConstraints: undefined,
    inhibitAnyPolicy: undefined,
    ...facts,
  };
}

function inputs(facts: Partial<PolicyInputs> = {}): PolicyInputs {
  return {
    initialPolicySet: [OID.anyPolicy],
    explicitPolicy: false,
    inhibitPolicyMapping: false,
    inhibitAnyPolicy: false,
    ...facts,
  };
}

const withGold = certificate({ certificatePolicies: [gold] });
const withAny = certificate({ certificatePolicies: [OID.anyPolicy] });
const goldToSilver = certificate({
  certificatePolicies: [gold],
  policyMappings: [{ issuerDomain: gold, subjectDomain: silver }],
});
const withSilver = certificate({ certificatePolicies: [silver] });

describe("checkPolicies", () => {
  it("accepts a path that says nothing of policies, unless one is required", () => {
    const path = [certificate(), certificate()];
    expect(checkPolicies(path, inputs())).toEqual({ valid: true, policies: [] });
    expect(checkPolicies(path, inputs({ explicitPolicy: true }))).toMatchObject({
      valid: false,
      reason: "policy-required",
      index: 1,
    });
  });

  it("names the certificate where the policies end", () => {
    const required = inputs({ explicitPolicy: true });
    expect(checkPolicies([withSilver, withGold], required)).toMatchObject({ reason: "policy-required", index: 0 });
    expect(checkPolicies([certificate(), withGold], required)).toMatchObject({ reason: "policy-required", index: 0 });
    const unrelated = { ...withGold, policyMappings: [{ issuerDomain: silver, subjectDomain: bronze }] };
    const withBronze = certificate({ certificatePolicies: [bronze] });
    expect(checkPolicies([certificate(), withBronze, unrelated], required)).toMatchObject({ index: 1 });
    const fromAbove = certificate({ certificatePolicies: [gold], policyConstraints: { requireExplicitPolicy: 0 } });
    expect(checkPolicies([certificate(), fromAbove], inputs())).toMatchObject({ reason: "policy-required", index: 0 });
  });

  it("gives the caller's policies, and reads an empty set as any policy", () => {
    expect(checkPolicies([withGold, withGold], inputs())).toEqual({ valid: true, policies: [gold] });
    expect(checkPolicies([withGold, withGold], inputs({ initialPolicySet: [] }))).toEqual({
      valid: true,
      policies: [gold],
    });
    expect(checkPolicies([withAny, withAny], inputs({ initialPolicySet: [bronze] }))).toEqual({
      valid: true,
      policies: [bronze],
    });
    expect(
      checkPolicies([withGold, withGold], inputs({ initialPolicySet: [silver], explicitPolicy: true })),
    ).toMatchObject({
      reason: "policy-required",
    });
  });

  it("follows a mapping and reports the policy of the anchor's domain", () => {
    const required = inputs({ explicitPolicy: true, initialPolicySet: [gold] });
    expect(checkPolicies([withSilver, goldToSilver], required)).toEqual({ valid: true, policies: [gold] });
    expect(checkPolicies([withGold, goldToSilver], required)).toMatchObject({ reason: "policy-required", index: 0 });
  });

  it("tells an inhibited mapping from a missing policy", () => {
    const required = inputs({ explicitPolicy: true, inhibitPolicyMapping: true });
    expect(checkPolicies([withSilver, goldToSilver], required)).toMatchObject({
      reason: "policy-mapping-inhibited",
      index: 1,
    });
    expect(checkPolicies([certificate(), goldToSilver], required)).toMatchObject({
      reason: "policy-required",
      index: 0,
    });
  });

  it("counts self-issued certificates neither for mapping nor for anyPolicy", () => {
    const inhibits = certificate({ certificatePolicies: [gold], inhibitAnyPolicy: 0 });
    const required = inputs({ explicitPolicy: true });
    expect(checkPolicies([withGold, withAny, inhibits], required)).toMatchObject({
      reason: "policy-required",
      index: 1,
    });
    const selfIssued = { ...withAny, isSelfIssued: true };
    expect(checkPolicies([withGold, selfIssued, inhibits], required)).toEqual({ valid: true, policies: [gold] });
    expect(checkPolicies([selfIssued, inhibits], required)).toMatchObject({ reason: "policy-required", index: 0 });
  });

  it("refuses what RFC 5280 forbids, at the certificate that says it", () => {
    const twice = certificate({ certificatePolicies: [gold, silver, gold] });
    expect(checkPolicies([withGold, twice], inputs())).toMatchObject({
      reason: "malformed-extension",
      index: 1,
      isMalformed: true,
    });
    const mapsAny = certificate({ policyMappings: [{ issuerDomain: gold, subjectDomain: OID.anyPolicy }] });
    expect(checkPolicies([withGold, mapsAny], inputs())).toMatchObject({
      reason: "policy-mapping-inhibited",
      index: 1,
      isMalformed: true,
    });
  });

  it("agrees with the tree of RFC 5280 on every small path", () => {
    fc.assert(
      fc.property(fc.array(anyCertificate, { minLength: 1, maxLength: 5 }), anyInputs, (path, given) => {
        const outcome = checkPolicies(path, given);
        const expected = naivePolicies(path, given);
        expect(outcome.valid ? new Set(outcome.policies) : undefined).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("does linear work on a policy bomb", () => {
    const many = Array.from({ length: 2000 }, (_, i) => `1.2.4.${i}`);
    const crossed = many.flatMap((policy, i) => [
      { issuerDomain: policy, subjectDomain: many[(i * 7) % many.length] as string },
      { issuerDomain: policy, subjectDomain: many[(i * 13) % many.length] as string },
    ]);
    const bomb = certificate({ certificatePolicies: many, policyMappings: crossed });
    const started = performance.now();
    const outcome = checkPolicies(
      [withGold, ...Array.from({ length: 20 }, () => bomb)],
      inputs({ explicitPolicy: true }),
    );
    expect(outcome).toMatchObject({ valid: false, reason: "policy-required" });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

const anyPolicies = fc.uniqueArray(fc.constantFrom(OID.anyPolicy, gold, silver, bronze), {
  minLength: 1,
  maxLength: 3,
});
const anyDomain = fc.constantFrom<string>(gold, silver, bronze);
const anyCount = fc.option(fc.nat({ max: 3 }), { nil: undefined });

const anyCertificate: fc.Arbitrary<PolicyCertificate> = fc.record({
  isSelfIssued: fc.boolean(),
  certificatePolicies: fc.option(anyPolicies, { nil: undefined, freq: 6 }),
  policyMappings: fc.option(
    fc.array(fc.record({ issuerDomain: anyDomain, subjectDomain: anyDomain }), { minLength: 1, maxLength: 4 }),
    { nil: undefined, freq: 1 },
  ),
  policyConstraints: fc.option(
    fc.record(
      { requireExplicitPolicy: fc.nat({ max: 3 }), inhibitPolicyMapping: fc.nat({ max: 3 }) },
      { requiredKeys: [] },
    ),
    { nil: undefined, freq: 1 },
  ),
  inhibitAnyPolicy: anyCount,
});

const anyInputs: fc.Arbitrary<PolicyInputs> = fc.record({
  initialPolicySet: fc.oneof(fc.constant([OID.anyPolicy]), fc.uniqueArray(anyDomain, { minLength: 1, maxLength: 2 })),
  explicitPolicy: fc.boolean(),
  inhibitPolicyMapping: fc.boolean(),
  inhibitAnyPolicy: fc.boolean(),
});
