import { describe, expect, it } from "vitest";
import { crlShardOf } from "../../../src/ca/crl/crl-shard.ts";
import { publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { openAuthority } from "../../../src/ca/open-authority.ts";
import { revoke } from "../../../src/ca/revoke.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { issuingDistributionPoint } from "../../../src/x509/extensions/issuing-distribution-point.ts";
import { newCa, refusal, scratchFolder, tlsServer } from "../fixtures.ts";
import { issueLeaf, openssl, ours, publish, readList, URL } from "./crl-fixtures.ts";

const SHARDS = 4;

async function sharded(options: { readonly deltaCrls?: boolean } = {}) {
  const ca = await newCa({ baseUrl: URL, crlShards: SHARDS, ...options });
  const leaves = [];
  for (let i = 0; i < 12; i++) leaves.push((await issueLeaf(ca)).certificate);
  return { ...ca, leaves };
}

describe("a CRL in shards", () => {
  it("sends each certificate to the list of its serial number", async () => {
    const { issuing, leaves } = await sharded();
    for (const leaf of leaves) {
      const shard = Number(BigInt(`0x${leaf.serialHex}`) % BigInt(SHARDS));
      expect(crlShardOf(leaf.serialNumber, SHARDS)).toBe(shard);
      const value = `${URL}/crl/${issuing.id}-${shard}.crl`;
      expect(leaf.extension(crlDistributionPoints)?.value).toEqual([{ fullName: [{ kind: "uri", value }] }]);
    }
  });

  it.each([
    ["ours", ours, "revoked-crl", "crl-wrong-scope"],
    ["openssl", openssl, "certificate revoked", "different CRL scope"],
  ])("says good and revoked, and nothing of the certificates of other shards: %s", async (_, judge, revoked, wrong) => {
    const { context, root, issuing, leaves } = await sharded();
    const lost = leaves.slice(0, 6);
    for (const leaf of lost) await revoke(context, leaf, { reason: "keyCompromise" });
    const publications = await publish(context, issuing);
    const ofRoot = (await publish(context, root)).map(readList);
    expect(publications).toHaveLength(SHARDS);
    expect(publications.reduce((sum, { entries }) => sum + entries, 0)).toBe(6);
    for (const leaf of leaves) {
      const chain = [leaf, issuing.certificate, root.certificate];
      for (const publication of publications) {
        const list = readList(publication);
        const isIts = crlShardOf(leaf.serialNumber, SHARDS) === publication.shard;
        const expected = isIts ? (lost.includes(leaf) ? revoked : "good") : wrong;
        expect(list.extension(issuingDistributionPoint)?.critical).toBe(true);
        expect(judge(chain, [list, ...ofRoot])).toBe(expected);
      }
    }
  });

  it("comes with deltas for each shard, which openssl and ours use", async () => {
    const { context, root, issuing, leaves } = await sharded({ deltaCrls: true });
    const complete = await publish(context, issuing);
    const ofRoot = (await publish(context, root)).map(readList);
    expect(complete.map(({ kind }) => kind).filter((kind) => kind === "delta")).toHaveLength(SHARDS);
    expect(readList(complete[1] as { file: string }).extension(freshestCrl)?.value).toEqual([
      { fullName: [{ kind: "uri", value: `${URL}/crl/${issuing.id}-1-delta.crl` }] },
    ]);
    const [lost, good] = leaves as [(typeof leaves)[0], (typeof leaves)[0]];
    await revoke(context, lost);
    const deltas = await publish(context, issuing, { delta: true });
    const lists = [...complete.filter(({ kind }) => kind === "complete"), ...deltas].map(readList).concat(ofRoot);
    const chain = (leaf: typeof lost) => [leaf, issuing.certificate, root.certificate];
    expect([ours(chain(lost), lists), openssl(chain(lost), lists)]).toEqual(["revoked-crl", "certificate revoked"]);
    expect([ours(chain(good), lists), openssl(chain(good), lists)]).toEqual(["good", "good"]);
  });

  it("can be had whole, too", async () => {
    const { context, root, issuing, leaves } = await sharded();
    await revoke(context, leaves[0] as (typeof leaves)[0]);
    const [whole] = await publish(context, issuing, { file: `${scratchFolder()}/all.crl` });
    const lists = [whole as { file: string }, ...(await publish(context, root))].map(readList);
    for (const leaf of leaves) {
      const chain = [leaf, issuing.certificate, root.certificate];
      const expected = leaf === leaves[0] ? ["revoked-crl", "certificate revoked"] : ["good", "good"];
      expect([ours(chain, lists), openssl(chain, lists)]).toEqual(expected);
    }
  });

  it("is not published when certificates in use point elsewhere", async () => {
    const { context, issuing } = await sharded();
    await context.store.updateAuthority(issuing.id, {
      urls: { crl: ["http://moved.example.test/{shard}.crl"], crlShards: SHARDS },
    });
    const moved = await openAuthority(context.store);
    const error = await refusal(publishCrls(context, moved, { folder: scratchFolder() }), "ERR_CRL_REFUSED");
    expect(error.message).toContain("the list is for another distribution point than those of the certificate");
  });

  it("is a power of two, and needs a URL", async () => {
    for (const crlShards of [0, 3, 12, 8192, 1.5, -4])
      await refusal(newCa({ baseUrl: URL, crlShards }), "ERR_CRL_SHARDS");
    await refusal(newCa({ crlShards: 4 }), "ERR_CRL_URL");
    await refusal(newCa({ deltaCrls: true }), "ERR_CRL_URL");
  });

  it("compiles a profile once for each shard", async () => {
    const { issuing } = await sharded();
    const compiled = [4, 5, 8].map((end) => issuing.compile(tlsServer, Uint8Array.of(1, end)));
    expect(compiled[0]).toBe(compiled[2]);
    expect(compiled[0]).not.toBe(compiled[1]);
  });
});
