import { describe, expect, it } from "vitest";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { revocationFaults } from "../../../src/faults/revocation/index.ts";
import { verify } from "../../../src/verify/verify.ts";

const at = new Date("2026-06-01T12:00:00Z");

function judge(scene: Scene) {
  const { server, trust, name, crls, ocsp, verify: options } = scene;
  const ders = (all: Scene["trust"]) => all.map(({ der }) => der);
  return verify(ders(server.chain), { trust: ders(trust), at, name, purpose: "serverAuth", crls, ocsp, ...options });
}

describe.each(revocationFaults)("$id", (fault) => {
  const laboratory = new Laboratory(at);

  it("is what the verifier names first, and nothing beside it is an error", () => {
    const { findings } = judge(laboratory.build(fault));
    expect(findings[0]?.code, JSON.stringify(findings, null, 1)).toBe(fault.id);
    const errors = findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(errors).toEqual(fault.id === "must-staple-no-staple" ? [] : [fault.id]);
  });

  it("is gone once its advice is followed, with revocation required", () => {
    const mended = laboratory.mend(fault);
    const { valid, findings } = judge({ ...mended, verify: { ...mended.verify, revocation: "require" } });
    expect(findings).toEqual([]);
    expect(valid).toBe(true);
  });
});
