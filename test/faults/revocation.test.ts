import { describe, expect, it } from "vitest";
import { Laboratory } from "../../src/faults/build/laboratory.ts";
import { revocationFaults } from "../../src/faults/revocation/index.ts";
import { judgeScene } from "../../src/lab/judge-scene.ts";

const at = new Date("2026-06-01T12:00:00Z");

describe.each(revocationFaults)("$id", (fault) => {
  const laboratory = new Laboratory(at);

  it("is what the verifier names first, and nothing beside it is an error", () => {
    const { findings } = judgeScene(laboratory.build(fault), at);
    expect(findings[0]?.code, JSON.stringify(findings, null, 1)).toBe(fault.id);
    const errors = findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(errors).toEqual(fault.id === "must-staple-no-staple" ? [] : [fault.id]);
  });

  it("is gone once its advice is followed, with revocation required", () => {
    const mended = laboratory.mend(fault);
    const { valid, findings } = judgeScene({ ...mended, verify: { ...mended.verify, revocation: "require" } }, at);
    expect(findings).toEqual([]);
    expect(valid).toBe(true);
  });
});
