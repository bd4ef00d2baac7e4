import { describe, expect, it } from "vitest";
import { explanations } from "../../../src/verify/explanations/index.ts";
import { faults } from "./all.ts";
import { below, good, goodLeaf, judge } from "./fault.ts";

describe("a chain without faults", () => {
  it("is valid, and there is nothing to say", () => {
    const result = judge({ id: "wrong-host", sent: below(goodLeaf), trust: [good.root] });
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ valid: true, tried: [], skipped: ["revocation: no CRL or OCSP source given"] });
    expect(JSON.parse(JSON.stringify(result.path))).toEqual([
      expect.objectContaining({ subject: "CN=localhost", issuer: "CN=Issuing CA", from: "sent" }),
      expect.objectContaining({ subject: "CN=Issuing CA", from: "sent" }),
      expect.objectContaining({ subject: "CN=Root", from: "trust", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
  });
});

describe("a chain with one fault", () => {
  it.each(faults)("names $id first", (fault) => {
    const { valid, findings } = judge(fault);
    expect(findings[0], JSON.stringify(findings, null, 1)).toMatchObject({ code: fault.id, index: fault.index ?? 0 });
    expect(valid).toBe(fault.isRefused === false);
  });

  it.each(faults)("tells of $id why it matters, what to do and where it is written", (fault) => {
    const [headline] = judge(fault).findings;
    const { why, openssl } = explanations[fault.id];
    expect(headline).toMatchObject({ why, citation: expect.stringMatching(/RFC|NIST|CA\/Browser|X\.690|X509_V/) });
    expect(headline?.fix.length).toBeGreaterThan(0);
    expect(headline?.message).toMatch(/\S/);
    expect(headline?.openssl).toBe(openssl);
  });

  it.each(faults)("finds nothing else to be an error beside $id", (fault) => {
    const errors = judge(fault).findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(fault.isRefused === false ? [] : [fault.id, ...(fault.also ?? [])]);
  });
});
