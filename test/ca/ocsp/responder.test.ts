import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../../src/ca/add-intermediate.ts";
import { bringKeyBack } from "../../../src/ca/bring-key-back.ts";
import { issue } from "../../../src/ca/issue.ts";
import { openResponder } from "../../../src/ca/ocsp/open-responder.ts";
import { StoreChanges } from "../../../src/ca/ocsp/store-changes.ts";
import { revoke, unhold } from "../../../src/ca/revoke.ts";
import { takeKeyOffline } from "../../../src/ca/take-key-offline.ts";
import { PrivateKey } from "../../../src/keys/private-key.ts";
import { builtinProfile } from "../../../src/profile/builtin-profiles.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { OcspAnswer } from "../../../src/revocation/respond/ocsp-answer.ts";
import { PresignedResponder } from "../../../src/revocation/respond/presigned-responder.ts";
import { openStore } from "../../../src/store/open.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { Name } from "../../../src/x509/name.ts";
import { at, DAY_MS, NOON, newCa, refusal, scratchFolder, type TestedCa, tlsServer } from "../fixtures.ts";

const terms = { signBy: "delegate", validityMs: DAY_MS / 2, nonIssued: "unknown" } as const;

const request = (issuer: Certificate, certificate: Certificate) =>
  encodeOcspRequest([encodeCertId("sha1", issuer, certificate.serialNumber)]);

function verdict(answer: OcspAnswer, issuer: Certificate, certificate: Certificate, time = NOON) {
  return checkOcsp(parseOcspResponse(answer.der), { certificate, issuer }, { at: time });
}

async function caWithLeaf(): Promise<TestedCa & { readonly leaf: Certificate }> {
  const ca = await newCa();
  const { certificate: leaf } = await issue(ca.context, ca.issuing, { profile: tlsServer, names: ["localhost"] });
  return { ...ca, leaf };
}

/** The responder's certificates that were issued so far. */
async function delegates({ context: { store } }: TestedCa): Promise<readonly Certificate[]> {
  const found: Certificate[] = [];
  for await (const { certificateDer } of store.list({ profile: "ocsp-signer" }))
    found.push(Certificate.parse(certificateDer));
  return found;
}

describe("the responder of a store", () => {
  it("speaks for the root about the intermediate, and for the intermediate about the leaf", async () => {
    const { context, root, issuing, leaf } = await caWithLeaf();
    const { live, served } = await openResponder(context, terms);
    expect(served.map(({ id }) => id)).toEqual([root.id, issuing.id]);
    const ofLeaf = await live.answer(request(issuing.certificate, leaf));
    expect(verdict(ofLeaf, issuing.certificate, leaf)).toEqual({ status: "good" });
    const ofIssuing = await live.answer(request(root.certificate, issuing.certificate));
    expect(verdict(ofIssuing, root.certificate, issuing.certificate)).toEqual({ status: "good" });
  });

  it("is good for no serial number of another authority, nor for the root itself", async () => {
    const { context, root, issuing, leaf } = await caWithLeaf();
    const { live } = await openResponder(context, terms);
    for (const certificate of [leaf, root.certificate]) {
      const answer = await live.answer(request(root.certificate, certificate));
      expect(verdict(answer, root.certificate, certificate)).toMatchObject({ problems: [{ code: "ocsp-unknown" }] });
    }
    const answer = await live.answer(request(issuing.certificate, issuing.certificate));
    expect(verdict(answer, issuing.certificate, issuing.certificate)).toMatchObject({ status: "undetermined" });
  });

  it("tells of revocations and holds, and of holds that were lifted", async () => {
    const { context, issuing, leaf } = await caWithLeaf();
    const { live } = await openResponder(context, terms);
    const ask = async () => verdict(await live.answer(request(issuing.certificate, leaf)), issuing.certificate, leaf);
    await revoke(context, leaf, { reason: "certificateHold" });
    expect(await ask()).toMatchObject({ status: "revoked", reason: "certificateHold", at: NOON });
    await unhold(context, leaf);
    expect(await ask()).toEqual({ status: "good" });
    await revoke(context, leaf, { reason: "keyCompromise" });
    expect(await ask()).toMatchObject({ status: "revoked", reason: "keyCompromise" });
  });

  it("signs with the key of the CA when told, and issues nothing", async () => {
    const ca = await caWithLeaf();
    const { issuing, leaf } = ca;
    const { live } = await openResponder(ca.context, { ...terms, signBy: "ca" });
    const answer = await live.answer(request(issuing.certificate, leaf));
    expect(verdict(answer, issuing.certificate, leaf)).toEqual({ status: "good" });
    expect(await delegates(ca)).toEqual([]);
  });

  it("leaves out an authority whose key is offline, and says why", async () => {
    const { context, root, issuing } = await caWithLeaf();
    await takeKeyOffline(context, root.id, scratchFolder());
    const { served, left } = await openResponder(context, terms);
    expect(served.map(({ id }) => id)).toEqual([issuing.id]);
    expect(left).toMatchObject([{ name: root.name, why: expect.stringContaining("offline") }]);
    await refusal(openResponder(context, { ...terms, authorities: [root.id] }), "ERR_CA_KEY_OFFLINE");
  });

  it("speaks for authorities that were added since, and for keys that came back", async () => {
    const { context, root, issuing } = await caWithLeaf();
    const medium = scratchFolder();
    await takeKeyOffline(context, root.id, medium);
    const { live, refresh } = await openResponder(context, terms);
    expect(await refresh()).toEqual({ served: [], left: [] });
    await bringKeyBack(context, root.id, readFileSync(join(medium, `${root.id}.key.pem`), "utf8"));
    expect((await refresh()).served.map(({ id }) => id)).toEqual([root.id]);
    const { authority: later } = await addIntermediate(context, root, { name: "Later" });
    expect((await refresh()).served.map(({ id }) => id)).toEqual([later.id]);
    for (const { certificate } of [issuing, later]) {
      const answer = await live.answer(request(root.certificate, certificate));
      expect(verdict(answer, root.certificate, certificate)).toEqual({ status: "good" });
    }
  });
});

describe("a responder that was certified elsewhere", () => {
  async function offlineRoot() {
    const ca = await caWithLeaf();
    const key = PrivateKey.generate("ecdsa-p256");
    const subject = Name.fromString("CN=Root responder");
    const order = { profile: builtinProfile("ocsp-signer"), names: [], subject, key: key.publicKey };
    const { certificate } = await issue(ca.context, ca.root, order);
    await takeKeyOffline(ca.context, ca.root.id, scratchFolder());
    return { ...ca, responder: { certificate, key } };
  }

  it("answers for an authority whose key is offline", async () => {
    const { context, root, issuing, responder } = await offlineRoot();
    const { live, served, left } = await openResponder(context, { ...terms, responders: [responder] });
    expect(served.map(({ id, authority }) => [id, authority?.id])).toEqual([
      [root.id, undefined],
      [issuing.id, issuing.id],
    ]);
    expect(left).toEqual([]);
    const answer = await live.answer(request(root.certificate, issuing.certificate));
    expect(verdict(answer, root.certificate, issuing.certificate)).toEqual({ status: "good" });
  });

  it("does not answer once its certificate has expired", async () => {
    const { context, root, issuing, responder } = await offlineRoot();
    let time = NOON;
    const clocked = { ...context, now: () => time };
    const { live } = await openResponder(clocked, { ...terms, responders: [responder] });
    time = new Date(responder.certificate.notAfter.getTime() + 1000);
    expect(await live.answer(request(root.certificate, issuing.certificate))).toMatchObject({
      status: "tryLater",
      why: expect.stringContaining("CN=Root responder cannot answer OCSP requests: its certificate expired"),
    });
    await refusal(openResponder(clocked, { ...terms, responders: [responder] }), "ERR_OCSP_RESPONDER");
  });

  it("must have the right key, purpose and issuer", async () => {
    const { context, issuing, responder } = await offlineRoot();
    const open = (certificate: Certificate, key: PrivateKey) =>
      refusal(openResponder(context, { ...terms, responders: [{ certificate, key }] }), "ERR_OCSP_RESPONDER");
    const key = PrivateKey.generate("ecdsa-p256");
    expect((await open(responder.certificate, key)).message).toContain("its private key is another one");
    const { certificate: server } = await issue(context, issuing, {
      profile: tlsServer,
      names: ["localhost"],
      key: key.publicKey,
    });
    expect((await open(server, key)).message).toContain("lacks the purpose OCSPSigning");
    const other = await caWithLeaf();
    expect((await open(other.root.certificate, key)).message).toContain("no CA that is spoken for issued it");
  });
});

describe("the responder's certificate", () => {
  it("is short-lived, for OCSP alone, need not be checked itself, and is recorded like any other", async () => {
    const ca = await caWithLeaf();
    const { live } = await openResponder(ca.context, terms);
    for (let i = 0; i < 3; i++) await live.answer(request(ca.issuing.certificate, ca.leaf));
    const [delegate, ...more] = await delegates(ca);
    expect(more).toEqual([]);
    expect(delegate?.extendedKeyUsage?.value).toEqual(["1.3.6.1.5.5.7.3.9"]);
    expect(delegate?.extensions.map(({ oid }) => oid)).toContain("1.3.6.1.5.5.7.48.1.5");
    expect(Number(delegate?.notAfter) - Number(NOON)).toBeLessThanOrEqual(14 * DAY_MS);
  });

  it("renews itself at half of its time, with a new key", async () => {
    const ca = await caWithLeaf();
    let time = NOON;
    const { live } = await openResponder({ ...ca.context, now: () => time }, terms);
    const ask = async () => {
      const answer = await live.answer(request(ca.issuing.certificate, ca.leaf));
      return verdict(answer, ca.issuing.certificate, ca.leaf, time);
    };
    await Promise.all([ask(), ask()]);
    time = new Date(+NOON + 6 * DAY_MS);
    await ask();
    expect(await delegates(ca)).toHaveLength(1);
    time = new Date(+NOON + 8 * DAY_MS);
    expect(await Promise.all([ask(), ask()])).toEqual([{ status: "good" }, { status: "good" }]);
    const [first, second, ...more] = await delegates(ca);
    expect(more).toEqual([]);
    expect(second?.spkiDer).not.toEqual(first?.spkiDer);
  });

  it("lasts at least twice as long as the responses that it signs", async () => {
    const ca = await caWithLeaf();
    const { live } = await openResponder(ca.context, { ...terms, validityMs: 20 * DAY_MS });
    const answer = await live.answer(request(ca.issuing.certificate, ca.leaf));
    expect(answer).toMatchObject({ nextUpdate: new Date(+NOON + 20 * DAY_MS) });
    const [delegate] = await delegates(ca);
    expect(Number(delegate?.notAfter)).toBeGreaterThan(+NOON + 39 * DAY_MS);
  });

  it("stays in use until it expires when it cannot be renewed; then the client shall try later", async () => {
    const ca = await caWithLeaf();
    let time = NOON;
    const context = { ...ca.context, now: () => time };
    const { live } = await openResponder(context, terms);
    const ask = () => live.answer(request(ca.issuing.certificate, ca.leaf));
    await ask();
    // every further issuance fails: the serial number that it wants is taken
    const [{ serialNumber }] = (await delegates(ca)) as [Certificate];
    Object.assign(context, { serial: () => serialNumber });
    time = new Date(+NOON + 13 * DAY_MS);
    expect(await ask()).toMatchObject({ status: "successful" });
    time = new Date(+NOON + 15 * DAY_MS);
    expect(await ask()).toMatchObject({ status: "tryLater" });
  });
});

describe("changes of the store", () => {
  it("by another process reach the responses that were signed before", async () => {
    const { context, issuing, leaf } = await caWithLeaf();
    const { store, now } = context;
    const changes = new StoreChanges(store, (error) => {
      throw error;
    });
    const { live } = await openResponder(context, terms);
    const responder = new PresignedResponder(live, changes, now);
    const ask = () => responder.answer(request(issuing.certificate, leaf));
    await changes.look();
    await ask(); // the responder's certificate is a change as well
    await changes.look();
    const first = await ask();
    await changes.look();
    expect(responder.answer(request(issuing.certificate, leaf))).toBe(first);

    const other = await openStore(store.location, { now });
    await revoke(at({ ...context, store: other }, NOON), leaf);
    await other.close();
    await changes.look();
    expect(verdict(await ask(), issuing.certificate, leaf)).toMatchObject({ status: "revoked" });
  });

  it("may hide behind a store that cannot be read: that counts as one", async () => {
    const { context } = await caWithLeaf();
    const errors: unknown[] = [];
    const broken = { auditHead: () => Promise.reject(new Error("EIO")) };
    const changes = new StoreChanges(Object.assign(Object.create(context.store), broken), (error) =>
      errors.push(error),
    );
    await changes.look();
    expect(changes.count).toBe(1);
    expect(errors).toHaveLength(1);
  });
});
