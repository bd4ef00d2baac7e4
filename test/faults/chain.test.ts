import { describe, expect, it } from "vitest";
import { Laboratory } from "../../src/faults/build/laboratory.ts";
import { faultGroups } from "../../src/faults/catalogue.ts";
import { judgeScene } from "../../src/lab/judge-scene.ts";
import type { FindingCode } from "../../src/verify/explanations/index.ts";
import { explanations } from "../../src/verify/explanations/index.ts";

const at = new Date("2026-06-01T12:00:00Z");
const laboratory = new Laboratory(at);
const { trust, time, names, usage, strength } = faultGroups;
const chainFaults = [trust, time, names, usage, strength].flat();

describe.each(chainFaults)("$id", (fault) => {
  const result = judgeScene(laboratory.build(fault), at);
  const [headline] = result.findings;

  it("is what the verifier names first", () => {
    expect(headline, JSON.stringify(result.findings, null, 1)).toMatchObject({
      code: fault.raises[0],
      index: indices[fault.id] ?? 0,
    });
    expect(result.valid).toBe(headline?.severity !== "error");
  });

  it("comes with why it matters, what to do and where it is written", () => {
    const { why, openssl } = explanations[fault.raises[0] as FindingCode];
    expect(headline).toMatchObject({ why, citation: expect.stringMatching(/RFC|NIST|CA\/Browser|X\.690|X509_V/) });
    expect(headline?.fix.length).toBeGreaterThan(0);
    expect(headline?.message).toMatch(/\S/);
    expect(headline?.openssl).toBe(openssl);
  });

  it("is the only error", () => {
    const errors = result.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect([...new Set(errors)]).toEqual(result.valid ? [] : [fault.id, ...(inseparable[fault.id] ?? [])]);
  });

  it("is gone once its advice is followed", () => {
    const { valid, findings } = judgeScene(laboratory.mend(fault), at);
    expect(findings).toEqual([]);
    expect(valid).toBe(true);
  });
});

describe("a laboratory for another name", () => {
  const elsewhere = new Laboratory(at, { name: "shop.example.test" });

  it("builds the same faults", () => {
    for (const fault of chainFaults) {
      const scene = elsewhere.build(fault);
      expect(["shop.example.test", "127.0.0.1"]).toContain(scene.name);
      expect(judgeScene(scene, at).findings[0]?.code).toBe(fault.raises[0]);
      expect(judgeScene(elsewhere.mend(fault), at).findings).toEqual([]);
    }
  });
});

/** The certificate that the headline speaks of, where it is not the leaf. */
const indices: Readonly<Record<string, number>> = {
  "untrusted-root-sent": 2,
  "untrusted-root-not-sent": 1,
  "trust-only-intermediate": 1,
  "bad-signature-intermediate": 1,
  "root-sent": 2,
  "cross-sign-expired-alt": 1,
  "cross-cert-expired": 1,
  "path-loop": 2,
  "chain-too-long": 20,
  "expired-intermediate": 1,
  "expired-root": 2,
  "not-yet-valid-intermediate": 1,
  "nc-not-critical": 1,
  "int-eku-client-only": 1,
  "intermediate-not-ca": 1,
  "intermediate-no-basic-constraints": 1,
  "intermediate-no-certsign": 1,
  "pathlen-exceeded": 1,
  "policy-mapping-inhibited": 1,
  "strict-int-bc-not-critical": 1,
  "strict-root-bc-not-critical": 2,
  "strict-int-no-key-usage": 1,
  "strict-root-no-key-usage": 2,
  "strict-int-no-aki": 1,
  "strict-int-no-ski": 1,
  "strict-root-no-ski": 2,
  "rsa1024-ca": 1,
};

/** The errors that cannot but come with a fault. */
const inseparable: Readonly<Record<string, readonly string[]>> = {
  "clock-wrong": ["not-yet-valid-leaf", "not-yet-valid-intermediate", "not-yet-valid"],
};
