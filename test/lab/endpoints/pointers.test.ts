import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { revocationFaults } from "../../../src/faults/revocation/index.ts";
import { verifyOnline } from "../../../src/verify/online/verify-online.ts";
import { type LiveEndpoints, liveEndpoints } from "./live-endpoints.ts";

let broken: LiveEndpoints;
let mended: LiveEndpoints;

beforeAll(async () => {
  broken = await liveEndpoints(revocationFaults, (laboratory, fault) => laboratory.build(fault));
  mended = await liveEndpoints(revocationFaults, (laboratory, fault) => laboratory.mend(fault));
});

afterAll(() => Promise.all([broken.close(), mended.close()]));

/** By what the certificates themselves point at, with nothing at hand. */
function judge({ server, trust, name }: Scene) {
  const ders = (all: Scene["trust"]) => all.map(({ der }) => der);
  const limits = { ocspTimeoutMs: 5000, fileTimeoutMs: 5000 };
  return verifyOnline(ders(server.chain), { trust: ders(trust), name, revocation: "require", limits });
}

/** A server that does not staple is seen by its clients, not over HTTP. */
const byAsking = revocationFaults.filter(({ id }) => id !== "must-staple-no-staple");

describe("a live fault of revocation", () => {
  it.each(byAsking)("shows $id to whoever asks where the certificates say", async ({ id }) => {
    const { valid, findings } = await judge(broken.scene(id));
    expect(findings[0]?.code, JSON.stringify(findings, null, 1)).toBe(id);
    expect(valid).toBe(false);
  });

  it.each(byAsking)("has nothing to show any more once the advice for $id is followed", async ({ id }) => {
    const { valid, findings } = await judge(mended.scene(id));
    expect(findings).toEqual([]);
    expect(valid).toBe(true);
  });
});
