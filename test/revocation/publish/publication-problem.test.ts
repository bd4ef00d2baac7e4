import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publicationProblem } from "../../../src/revocation/publish/publication-problem.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { days, now, TestIssuer } from "../test-issuer.ts";
import { ca, derOf, entriesOf, listOf, manyEntries, rootOf, scratchFolder, termsOf } from "./publish-samples.ts";

const issuer = rootOf(ca);
const url = "http://pki.test/ca.crl";
const points = [{ fullName: [{ kind: "uri", value: url }] }] as const;
const leaf = ca.certify(new TestIssuer("CN=leaf"), {
  extensions: [encodeExtension(crlDistributionPoints, points, false)],
});

function problemOf(der: Uint8Array, after = 6): Promise<string | undefined> {
  const path = scratchFolder()("ca.crl");
  writeFileSync(path, der);
  return publicationProblem(path, { issuer, at: now, after, samples: [leaf] });
}

describe("a CRL about to be published", () => {
  it.each([0, 1, 5_000])("may be, with %i entries", async (count) => {
    expect(await problemOf((await listOf(ca, {}, ...manyEntries(count))).der)).toBeUndefined();
    const scoped = await listOf(ca, { distributionPoint: [url] }, ...manyEntries(count));
    expect(await problemOf(scoped.der)).toBeUndefined();
  });

  it.each([
    ["its number is 7, and number 7 was published", {}, 7],
    ["another distribution point", { distributionPoint: ["http://pki.test/other.crl"] }, 6],
    ["lies ahead", { thisUpdate: days(1) }, 6],
    ["has passed", { nextUpdate: days(-0.5) }, 6],
    ["it names another key than the CA's", { keyIdentifier: Uint8Array.of(1) }, 6],
    ["its issuer is CN=Somebody", { issuer: new TestIssuer("CN=Somebody").name }, 6],
    ["it is a delta and has a freshestCRL", { base: 3, deltaUrls: [url] }, 6],
  ])("may not be when %s", async (problem, change, after) => {
    expect(await problemOf((await listOf(ca, change)).der, after)).toContain(problem);
  });

  it("may not be when a bit of it or its signer is wrong", async () => {
    const { der } = await listOf(ca, {}, ...manyEntries(50));
    const bad = Uint8Array.from(der);
    bad[1_000] = (bad[1_000] as number) ^ 1;
    expect(await problemOf(bad)).toBe("its signature does not verify under the CA's key");
    const impostor = new TestIssuer("CN=Publishing CA");
    const forged = await derOf(termsOf(ca), entriesOf({}), impostor.signer);
    expect(await problemOf(forged)).toBe("its signature does not verify under the CA's key");
  });

  it("may not be when it is cut off", async () => {
    const { der } = await listOf(ca, {}, ...manyEntries(50));
    for (const length of [0, 1, 20, 1_000, der.length - 1])
      await expect(problemOf(der.subarray(0, length))).rejects.toMatchObject({ code: "ERR_DER" });
  });
});
