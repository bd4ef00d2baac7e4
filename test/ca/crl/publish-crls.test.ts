import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { numberInFile } from "../../../src/ca/crl/number-in-file.ts";
import { publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { openAuthority } from "../../../src/ca/open-authority.ts";
import { revoke, unhold } from "../../../src/ca/revoke.ts";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { invalidityDate } from "../../../src/x509/extensions/invalidity-date.ts";
import { parsePem } from "../../../src/x509/pem.ts";
import { at, DAY_MS, NOON, newCa, refusal, scratchFolder } from "../fixtures.ts";
import { issueLeaf, openssl, ours, publish, readList, serialsIn, URL } from "./crl-fixtures.ts";

const later = (days: number) => new Date(NOON.getTime() + days * DAY_MS);

describe("the CRLs of a hierarchy", () => {
  it.each([
    ["ours", ours, "revoked-crl", "revoked-intermediate", "crl-expired"],
    ["openssl", openssl, "certificate revoked", "certificate revoked", "CRL has expired"],
  ])("say good, revoked and nothing any more: %s", async (_, judge, revokedLeaf, revokedCa, expired) => {
    const ca = await newCa({ baseUrl: URL });
    const { context, root, issuing } = ca;
    const { certificate } = await issueLeaf(ca);
    const chain = [certificate, issuing.certificate, root.certificate];
    const lists = async () => {
      const publications = [...(await publish(context, issuing)), ...(await publish(context, root))];
      return publications.map(readList);
    };
    const fresh = await lists();
    expect(judge(chain, fresh)).toBe("good");
    expect(judge(chain, fresh, later(6.9))).toBe("good");
    expect(judge(chain, fresh, later(7.1))).toBe(expired);
    await revoke(context, certificate, { reason: "keyCompromise" });
    expect(judge(chain, await lists())).toBe(revokedLeaf);
    const another = (await issueLeaf(ca)).certificate;
    await revoke(context, issuing.certificate, { reason: "cACompromise" });
    expect(judge([another, ...chain.slice(1)], await lists())).toBe(revokedCa);
  });

  it.each(["ecdsa-p384", "ed25519", "rsa-2048"] as const)("are as good with keys of type %s", async (keyType) => {
    const ca = await newCa({ baseUrl: URL, keyType });
    const { certificate } = await issueLeaf(ca);
    const chain = [certificate, ca.issuing.certificate, ca.root.certificate];
    const [ofLeaf] = await publish(ca.context, ca.issuing);
    const [ofCa] = await publish(ca.context, ca.root);
    const lists = [ofLeaf, ofCa].map((it) => readList(it as { file: string }));
    expect([ours(chain, lists), openssl(chain, lists)]).toEqual(["good", "good"]);
  });

  it("each speak of the certificates of their own signer", async () => {
    const ca = await newCa({ baseUrl: URL });
    const { certificate } = await issueLeaf(ca);
    await revoke(ca.context, certificate);
    const [ofCas] = await publish(ca.context, ca.root);
    const [ofLeaves] = await publish(ca.context, ca.issuing);
    expect([ofCas?.entries, ofLeaves?.entries]).toEqual([0, 1]);
    expect(ofCas?.nextUpdate).toBe(later(180).toISOString());
    expect(ofLeaves?.nextUpdate).toBe(later(7).toISOString());
    expect(ofLeaves?.file.endsWith(`/crl/${ca.issuing.id}.crl`)).toBe(true);
    expect(ca.issuing.urls?.crl).toEqual([`${URL}/crl/${ca.issuing.id}.crl`]);
  });
});

describe("a published CRL", () => {
  it("tells reasons and invalidity dates", async () => {
    const ca = await newCa();
    const [a, b] = [await issueLeaf(ca), await issueLeaf(ca)];
    await revoke(ca.context, a.certificate, { reason: "keyCompromise", invalidityDate: later(-3) });
    await revoke(ca.context, b.certificate, { reason: "superseded" });
    const [publication] = await publish(ca.context, ca.issuing, { days: 2 });
    expect(publication).toMatchObject({ entries: 2, reasons: { keyCompromise: 1, superseded: 1 } });
    expect(publication?.nextUpdate).toBe(later(2).toISOString());
    const list = readList(publication as { file: string });
    expect(list.find(a.record.serial)?.extension(invalidityDate)?.value).toEqual(later(-3));
    expect(list.find(b.record.serial)?.revokedAt).toEqual(NOON);
    expect(list.thisUpdate.getTime()).toBeLessThan(NOON.getTime());
  });

  it("has a greater number than every one before, also than one that only the file knows", async () => {
    const { context, issuing, root } = await newCa();
    const folder = scratchFolder();
    const numbers: number[] = [];
    for (let i = 0; i < 3; i++) numbers.push(...(await publish(context, issuing, { folder })).map((it) => it.number));
    expect(numbers).toEqual([1, 2, 3]);
    const file = join(folder, "crl", `${issuing.id}.crl`);
    expect(readList({ file }).extension(crlNumber)?.value).toBe(3n);
    expect(await numberInFile(file, issuing.certificate.subject)).toBe(3);
    expect(await numberInFile(file, root.certificate.subject)).toBe(0);
    expect(await numberInFile(join(folder, "none"), issuing.certificate.subject)).toBe(0);
  });

  it("takes the place of the one before at once, and leaves nothing beside it", async () => {
    const { context, issuing } = await newCa();
    const folder = scratchFolder();
    await publish(context, issuing, { folder });
    await publish(context, issuing, { folder });
    expect(readdirSync(join(folder, "crl"))).toEqual([`${issuing.id}.crl`]);
  });

  it("is left in place when the new one is not good", async () => {
    const ca = await newCa();
    const folder = scratchFolder();
    const [good] = await publish(ca.context, ca.issuing, { folder });
    const bytes = readFileSync(good?.file ?? "");
    const { signer, ...rest } = ca.issuing;
    const wrong = Object.assign(Object.create(ca.issuing), rest, { signer: ca.root.signer });
    const error = await refusal(publishCrls(ca.context, wrong, { folder }), "ERR_CRL_REFUSED");
    expect(error.message).toContain("its signature does not verify");
    expect(readFileSync(good?.file ?? "")).toEqual(bytes);
    expect(readdirSync(join(folder, "crl"))).toHaveLength(1);
    const [next] = await publish(ca.context, ca.issuing, { folder });
    expect(next?.number).toBe(3);
  });

  it("replaces whatever else stands in its place", async () => {
    const { context, issuing } = await newCa();
    const file = join(scratchFolder(), "out.crl");
    writeFileSync(file, "not a CRL");
    const [publication] = await publish(context, issuing, { file });
    expect(publication).toMatchObject({ file, number: 1 });
  });

  it.each([0, 1, 300])("of %i entries is PEM where the name of the file says so", async (count) => {
    const ca = await newCa();
    for (let i = 0; i < count; i++) await revoke(ca.context, (await issueLeaf(ca)).certificate);
    const file = join(scratchFolder(), "crl.pem");
    const [publication] = await publish(ca.context, ca.issuing, { file });
    const [block, ...more] = parsePem(readFileSync(file));
    expect(more).toEqual([]);
    const list = CertificateList.parse(block?.der ?? new Uint8Array());
    expect(list.der.length).toBe(publication?.byteLength);
    expect([...list.entries()]).toHaveLength(count);
    expect(readFileSync(file, "utf8")).toBe(list.toPem());
    expect(readdirSync(dirname(file))).toEqual(["crl.pem"]);
  });

  it("keeps an expired certificate until a list from after its expiry has told of it", async () => {
    const ca = await newCa();
    const { context, issuing } = ca;
    const short = await issueLeaf(ca, 10);
    const long = await issueLeaf(ca, 90);
    for (const { certificate } of [short, long]) await revoke(context, certificate);
    const listed = async (day: number) => {
      const [publication] = await publish(at(context, later(day)), issuing);
      return serialsIn(publication as { file: string });
    };
    const both = [short.record.serial, long.record.serial];
    expect(await listed(1)).toEqual(both);
    expect(await listed(9)).toEqual(both);
    expect(await listed(11)).toEqual(both);
    expect(await listed(12)).toEqual([long.record.serial]);
    expect(await listed(13)).toEqual([long.record.serial]);
  });

  it("tells of a certificate that was revoked after it expired, once", async () => {
    const ca = await newCa();
    const short = await issueLeaf(ca, 10);
    await publish(at(ca.context, later(20)), ca.issuing);
    await revoke(ca.context, short.certificate);
    const counts: number[] = [];
    for (const day of [21, 22])
      counts.push(...(await publish(at(ca.context, later(day)), ca.issuing)).map((it) => it.entries));
    expect(counts).toEqual([1, 0]);
  });

  it("ends with its CA at the latest, however many days are asked for", async () => {
    const { context, issuing } = await newCa();
    const end = issuing.certificate.notAfter.toISOString();
    for (const days of [100_000, Number.MAX_SAFE_INTEGER])
      expect(await publish(context, issuing, { days })).toMatchObject([{ nextUpdate: end }]);
    const [list] = await publish(context, issuing, { days: 30 });
    expect(list?.nextUpdate).toBe(later(30).toISOString());
  });

  it("is signed by a CA that was revoked", async () => {
    const { context, issuing } = await newCa();
    await revoke(context, issuing.certificate, { reason: "cACompromise" });
    const [list] = await publish(context, await openAuthority(context.store));
    expect(list).toMatchObject({ number: 1 });
  });

  it("is not signed by a CA that has expired", async () => {
    const { context, issuing } = await newCa();
    await refusal(publish(at(context, later(6 * 365)), issuing), "ERR_CA_EXPIRED");
  });
});

describe("a delta CRL", () => {
  it.each([
    ["ours", ours, "revoked-crl"],
    ["openssl", openssl, "certificate revoked"],
  ])("tells what happened since the complete one: %s", async (_, judge, revoked) => {
    const ca = await newCa({ baseUrl: URL });
    const { context, root, issuing } = ca;
    const [held, good] = [await issueLeaf(ca), await issueLeaf(ca)];
    const chainOf = (leaf: typeof held) => [leaf.certificate, issuing.certificate, root.certificate];
    await revoke(context, held.certificate, { reason: "certificateHold" });
    const complete = [...(await publish(context, issuing)), ...(await publish(context, root))].map(readList);
    await unhold(context, held.certificate);
    await revoke(context, good.certificate, { reason: "superseded" });
    const [delta] = await publish(context, issuing, { delta: true });
    expect(delta).toMatchObject({ kind: "delta", base: 1, number: 2, reasons: { removeFromCRL: 1, superseded: 1 } });
    const lists = [...complete, readList(delta as { file: string })];
    expect([judge(chainOf(held), complete), judge(chainOf(good), complete)]).toEqual([revoked, "good"]);
    if (judge === ours) expect([judge(chainOf(held), lists), judge(chainOf(good), lists)]).toEqual(["good", revoked]);
  });

  it("needs a complete one", async () => {
    const { context, issuing } = await newCa();
    await refusal(publish(context, issuing, { delta: true }), "ERR_CRL_NO_BASE");
  });
});
