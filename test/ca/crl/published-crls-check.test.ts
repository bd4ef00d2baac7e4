import { describe, expect, it } from "vitest";
import type { CaContext } from "../../../src/ca/context.ts";
import { examine } from "../../../src/ca/doctor/examine.ts";
import { revoke } from "../../../src/ca/revoke.ts";
import { at, DAY_MS, NOON, newCa } from "../fixtures.ts";
import { issueLeaf, publish, URL } from "./crl-fixtures.ts";

async function crlFindings(context: CaContext, days = 0): Promise<readonly string[]> {
  const { findings } = await examine(at(context, new Date(NOON.getTime() + days * DAY_MS)));
  return findings.filter(({ code }) => code.startsWith("crl-")).map(({ code, severity }) => `${severity} ${code}`);
}

describe("doctor", () => {
  it("says nothing of CRLs that nobody is pointed to", async () => {
    const { context } = await newCa();
    expect(await crlFindings(context)).toEqual([]);
  });

  it("tells of CRLs that are missing, near their end, past it, and incomplete", async () => {
    const ca = await newCa({ baseUrl: URL });
    const { context, root, issuing } = ca;
    expect(await crlFindings(context)).toEqual(["warning crl-not-published", "warning crl-not-published"]);
    for (const authority of [root, issuing]) await publish(context, authority);
    expect(await crlFindings(context)).toEqual([]);
    expect(await crlFindings(context, 4)).toEqual([]);
    expect(await crlFindings(context, 5)).toEqual(["warning crl-expires-soon"]);
    expect(await crlFindings(context, 8)).toEqual(["error crl-expired"]);
    const { certificate } = await issueLeaf(ca);
    await revoke(context, certificate);
    expect(await crlFindings(context)).toEqual(["error crl-incomplete"]);
    await publish(context, issuing);
    expect(await crlFindings(context)).toEqual([]);
  });
});
