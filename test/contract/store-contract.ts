import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { revocationReasons } from "../../src/store/revocation-reason.ts";
import type { Store } from "../../src/store/store.ts";
import { collect, issue, text } from "../store/fixtures.ts";
import { authority, certificateDer, intent, NOON, serials } from "../store/samples.ts";

/** A store of a driver under test, empty but for the authority "issuing", and another look at it, as of another process. */
export interface StoreUnderTest {
  readonly store: Store;
  reopen(): Promise<Store>;
}

const LATER = "2026-03-02T12:00:00.000Z";

/** What every driver does. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name}: authorities`, () => {
    it("are there for everybody once added, with their keys", async () => {
      const { store, reopen } = await open();
      await store.addAuthorities([
        authority("root-2", { kind: "root" }),
        authority("child-2", { parent: "root-2", urls: { crl: ["http://crl.test/2.crl"] } }),
      ]);
      const other = await reopen();
      expect(await other.authorities()).toEqual(await store.authorities());
      expect((await other.authorities()).map(({ id, keyAt }) => [id, keyAt])).toEqual([
        ["issuing", "store"],
        ["root-2", "store"],
        ["child-2", "store"],
      ]);
      expect(await other.authorityKeyPem("child-2")).toBe("key of child-2");
    });

    it("are added all or none", async () => {
      const { store } = await open();
      const additions = [authority("fresh"), authority("other", { name: "Test issuing" })];
      await expect(store.addAuthorities(additions)).rejects.toMatchObject({ code: "ERR_STORE_AUTHORITY_EXISTS" });
      expect((await store.authorities()).map(({ id }) => id)).toEqual(["issuing"]);
      await expect(store.authorityKeyPem("fresh")).rejects.toMatchObject({ code: "ERR_STORE_AUTHORITY_UNKNOWN" });
    });

    it("keep their names apart, also when one changes", async () => {
      const { store, reopen } = await open();
      await store.addAuthorities([authority("second")]);
      const renamed = await store.updateAuthority("second", { name: "Second" });
      expect(renamed).toMatchObject({ id: "second", name: "Second" });
      expect(await store.updateAuthority("second", { parent: undefined })).toEqual(renamed);
      expect((await (await reopen()).authorities()).at(-1)).toEqual(renamed);
      const taken = store.updateAuthority("second", { name: "Test issuing" });
      await expect(taken).rejects.toMatchObject({ code: "ERR_STORE_AUTHORITY_EXISTS" });
      const unknown = store.updateAuthority("nobody", { name: "Nobody" });
      await expect(unknown).rejects.toMatchObject({ code: "ERR_STORE_AUTHORITY_UNKNOWN" });
    });

    it("may keep a key offline, and take it back", async () => {
      const { store, reopen } = await open();
      await store.removeAuthorityKey("issuing");
      await store.removeAuthorityKey("issuing");
      expect(await store.authorityKeyPem("issuing")).toBeUndefined();
      expect((await (await reopen()).authorities())[0]).toMatchObject({ keyAt: "offline" });
      await store.storeAuthorityKey("issuing", "the key again");
      expect(await (await reopen()).authorityKeyPem("issuing")).toBe("the key again");
      await store.addAuthorities([{ ...authority("cold"), keyPem: undefined }]);
      expect((await store.authorities()).at(-1)).toMatchObject({ id: "cold", keyAt: "offline" });
    });

    it("have ids that may name files", async () => {
      const { store } = await open();
      for (const id of ["../up", "Upper", "", "a/b", ".hidden"])
        await expect(store.addAuthorities([authority(id)])).rejects.toThrow(TypeError);
    });
  });

  describe(`${name}: issuance`, () => {
    const [serial = ""] = serials(1);

    it("shows the certificate once it is recorded, to everybody", async () => {
      const { store, reopen } = await open();
      await store.reserve(intent(serial, { replaces: "0b" }));
      expect(await store.find(serial)).toBeUndefined();
      expect(await store.pending()).toEqual([intent(serial, { replaces: "0b" })]);
      const record = await store.record(serial, certificateDer(serial));
      expect(record).toEqual({
        ...intent(serial, { replaces: "0b" }),
        certificateDer: certificateDer(serial),
        issuedAt: NOON,
        sha256: createHash("sha256").update(certificateDer(serial)).digest("hex"),
      });
      const other = await reopen();
      expect(await other.find(serial)).toEqual(record);
      expect(await collect(other.list())).toEqual([record]);
      expect(await other.pending()).toEqual([]);
    });

    it("gives a serial number once", async () => {
      const { store, reopen } = await open();
      const other = await reopen();
      await store.reserve(intent(serial));
      for (const again of [store, other])
        await expect(again.reserve(intent(serial))).rejects.toMatchObject({ code: "ERR_STORE_SERIAL_TAKEN" });
      await store.abandon(serial, "changed my mind");
      await expect(other.reserve(intent(serial))).rejects.toMatchObject({ code: "ERR_STORE_SERIAL_TAKEN" });
    });

    it("gives a serial number once, also when two want it at the same moment", async () => {
      const { store, reopen } = await open();
      const other = await reopen();
      const results = await Promise.allSettled(
        [store, store, other, other].map((each) => each.reserve(intent(serial))),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("records what was reserved and nothing else", async () => {
      const { store } = await open();
      const der = certificateDer(serial);
      await expect(store.record(serial, der)).rejects.toMatchObject({ code: "ERR_STORE_NOT_PENDING" });
      await store.reserve(intent(serial));
      const record = await store.record(serial, der);
      expect(await store.record(serial, der)).toEqual(record);
      const another = store.record(serial, certificateDer("another"));
      await expect(another).rejects.toMatchObject({ code: "ERR_STORE_NOT_PENDING", facts: { state: "was issued" } });
      expect(await store.find(serial)).toEqual(record);
    });

    it("abandons what was reserved and nothing else", async () => {
      const { store } = await open();
      await expect(store.abandon(serial, "?")).rejects.toMatchObject({ code: "ERR_STORE_NOT_PENDING" });
      await store.reserve(intent(serial));
      await store.abandon(serial, "the signer failed");
      await store.abandon(serial, "again");
      expect(await store.pending()).toEqual([]);
      const late = store.record(serial, certificateDer(serial));
      await expect(late).rejects.toMatchObject({ code: "ERR_STORE_NOT_PENDING", facts: { state: "was abandoned" } });
      const [issued = ""] = serials(1, "0b");
      await issue(store, issued);
      await expect(store.abandon(issued, "?")).rejects.toMatchObject({ code: "ERR_STORE_NOT_PENDING" });
    });

    it("goes on for many at once", async () => {
      const { store, reopen } = await open();
      const all = serials(300);
      await Promise.all(all.map((each) => issue(store, each)));
      const listed = await collect((await reopen()).list());
      expect(listed.map((record) => record.serial).toSorted()).toEqual(all);
      for (const record of listed) expect(text(record.certificateDer)).toBe(text(certificateDer(record.serial)));
    });

    it("takes large and strange entries", async () => {
      const { store, reopen } = await open();
      const names = Array.from({ length: 5_000 }, (_, i) => `host-${i}.ünïcode-\u2028\n".test`);
      const large = intent(serial, { names });
      await store.reserve(large);
      const der = new Uint8Array(700_000).fill(7);
      await store.record(serial, der);
      const found = await (await reopen()).find(serial);
      expect(found?.names).toEqual(names);
      expect(text(found?.certificateDer)).toBe(text(der));
      const tooLarge = store.note("too-large", { text: "x".repeat(3_000_000) });
      await expect(tooLarge).rejects.toMatchObject({ code: "ERR_STORE_ENTRY_TOO_LARGE" });
    });
  });

  describe(`${name}: revocation`, () => {
    const [serial = ""] = serials(1);

    it.each(revocationReasons)("for %s is there for everybody", async (reason) => {
      const { store, reopen } = await open();
      await issue(store, serial);
      const revocation = { reason, at: LATER, invalidityDate: NOON };
      const record = await store.revoke(serial, revocation);
      expect(record.revoked).toEqual(revocation);
      const other = await reopen();
      expect(await other.find(serial)).toEqual(record);
      expect(await collect(other.list())).toEqual([record]);
    });

    it("happens once: the first one stands", async () => {
      const { store, reopen } = await open();
      await issue(store, serial);
      const first = await store.revoke(serial, { reason: "keyCompromise", at: NOON });
      const second = await (await reopen()).revoke(serial, { reason: "superseded", at: LATER });
      expect(second).toEqual(first);
    });

    it("happens once, also when several want it at the same moment", async () => {
      const { store, reopen } = await open();
      const other = await reopen();
      await issue(store, serial);
      const reasons = ["keyCompromise", "superseded", "unspecified", "cessationOfOperation"] as const;
      const records = await Promise.all(
        reasons.map((reason, i) => (i % 2 ? store : other).revoke(serial, { reason, at: LATER })),
      );
      const outcome = (await store.find(serial))?.revoked;
      expect(outcome).toBeDefined();
      for (const { revoked } of records) expect(revoked).toEqual(outcome);
      const entries = await collect(store.audit());
      expect(entries.filter(({ type }) => type === "revoked")).toHaveLength(1);
    });

    it("can be a hold, lifted or made final", async () => {
      const { store } = await open();
      await issue(store, serial);
      const hold = { reason: "certificateHold", at: NOON } as const;
      await store.revoke(serial, hold);
      expect((await store.revoke(serial, { ...hold, at: LATER })).revoked).toEqual(hold);
      expect(await store.unhold(serial)).not.toHaveProperty("revoked");
      expect(await store.unhold(serial)).not.toHaveProperty("revoked");
      expect(await store.find(serial)).not.toHaveProperty("revoked");
      await store.revoke(serial, hold);
      const final = await store.revoke(serial, { reason: "keyCompromise", at: LATER });
      expect(final.revoked).toEqual({ reason: "keyCompromise", at: LATER });
      await expect(store.unhold(serial)).rejects.toMatchObject({ code: "ERR_STORE_REVOKED" });
    });

    it("is for certificates that were issued", async () => {
      const { store } = await open();
      await store.reserve(intent(serial));
      for (const each of [serial, "00"]) {
        const revoked = store.revoke(each, { reason: "unspecified", at: NOON });
        await expect(revoked).rejects.toMatchObject({ code: "ERR_STORE_CERTIFICATE_UNKNOWN" });
        await expect(store.unhold(each)).rejects.toMatchObject({ code: "ERR_STORE_CERTIFICATE_UNKNOWN" });
      }
    });
  });

  describe(`${name}: the list`, () => {
    const [a = "", b = "", c = ""] = serials(3);

    async function three(): Promise<Store> {
      const { store } = await open();
      await issue(store, a, { profile: "tls-client", names: ["alice@example.test"], subject: "CN=Alice" });
      await issue(store, b, { names: ["www.example.test", "192.0.2.1"], notAfter: "2026-03-10T00:00:00.000Z" });
      await issue(store, c, { authority: "other", notAfter: "2026-02-01T00:00:00.000Z" });
      await store.revoke(b, { reason: "superseded", at: NOON });
      return store;
    }

    it("holds everything in the order of issuance", async () => {
      const store = await three();
      expect((await collect(store.list())).map(({ serial }) => serial)).toEqual([a, b, c]);
    });

    it.each([
      [{ authority: "issuing" }, [a, b]],
      [{ profile: "tls-client" }, [a]],
      [{ revoked: true }, [b]],
      [{ revoked: false }, [a, c]],
      [{ name: "*.EXAMPLE.test" }, [b]],
      [{ name: "*example*" }, [a, b]],
      [{ name: "cn=alice" }, [a]],
      [{ name: "192.0.2.?" }, []],
      [{ name: "(.*)+" }, []],
      [{ notExpiredAt: NOON }, [a, b]],
      [{ notExpiredAt: NOON, expiresBefore: "2026-03-31T12:00:00Z" }, [b]],
      [{ notExpiredAt: "2026-02-01T00:00:00Z" }, [a, b, c]],
      [{ expiresBefore: "2026-02-01T00:00:00Z" }, []],
      [{ authority: "issuing", revoked: false, name: "*alice*" }, [a]],
    ])("keeps to %j", async (filter, expected) => {
      const store = await three();
      expect((await collect(store.list(filter))).map(({ serial }) => serial)).toEqual(expected);
    });

    it("may be left early", async () => {
      const store = await three();
      for await (const record of store.list()) {
        expect(record.serial).toBe(a);
        break;
      }
      await issue(store, ...(serials(1, "0c") as [string]));
    });
  });

  describe(`${name}: the audit log`, () => {
    it("tells what happened, in order and chained", async () => {
      const { store, reopen } = await open();
      const [serial = ""] = serials(1);
      await issue(store, serial);
      await store.revoke(serial, { reason: "keyCompromise", at: NOON });
      await store.note("export", { what: "chain", count: 2 });
      const entries = await collect((await reopen()).audit());
      const told = entries.slice(-4);
      expect(told.map(({ type }) => type)).toEqual(["reserved", "issued", "revoked", "noted"]);
      expect(told.at(-1)).toMatchObject({ at: NOON, by: "test", facts: { what: "export", facts: { count: 2 } } });
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
      expect(entries.map(({ prev }) => prev)).toEqual([
        "0".repeat(64),
        ...entries.slice(0, -1).map(({ hash }) => hash),
      ]);
    });

    it("verifies, alone and against a checkpoint", async () => {
      const { store, reopen } = await open();
      await Promise.all(serials(20).map((serial) => issue(store, serial)));
      const checkpoint = await store.auditHead();
      await issue(store, ...(serials(1, "0b") as [string]));
      const other = await reopen();
      const verdict = await other.verifyAudit(checkpoint);
      expect(verdict).toMatchObject({ valid: true, head: await store.auditHead() });
      expect(verdict.entries).toBe((checkpoint?.seq ?? 0) + 2);
    });

    it("shows a checkpoint of another log, and of a longer one", async () => {
      const { store } = await open();
      const head = await store.auditHead();
      const wrong = await store.verifyAudit({ seq: head?.seq ?? 0, hash: "f".repeat(64) });
      expect(wrong).toMatchObject({ valid: false, problem: { seq: head?.seq } });
      const longer = await store.verifyAudit({ seq: 1_000, hash: "f".repeat(64) });
      expect(longer).toMatchObject({ valid: false, problem: { seq: (head?.seq ?? 0) + 1 } });
    });
  });

  describe(`${name}: care`, () => {
    it("finds nothing to say about a healthy store", async () => {
      const { store } = await open();
      await Promise.all(serials(3).map((serial) => issue(store, serial)));
      const facts = await store.inspect();
      expect(facts).toMatchObject({ id: store.id, authorities: 1, certificates: 3, pending: [], problems: [] });
      expect(facts.auditEntries).toBe((await store.auditHead())?.seq);
      expect(await store.settle({ reservedBefore: LATER })).toEqual({ abandoned: [], repaired: [] });
    });

    it("shows and settles what was cut off, and leaves alone what is young", async () => {
      const { store } = await open();
      const [serial = ""] = serials(1);
      await store.reserve(intent(serial));
      expect((await store.inspect()).pending).toEqual([intent(serial)]);
      expect((await store.settle({ reservedBefore: NOON })).abandoned).toEqual([]);
      expect((await store.settle({ reservedBefore: LATER })).abandoned).toEqual([serial]);
      expect((await store.inspect()).pending).toEqual([]);
      const entry = (await collect(store.audit())).at(-1);
      expect(entry).toMatchObject({ type: "abandoned", facts: { serial } });
    });

    it("finishes what is under way before it closes, and takes no more", async () => {
      const { store, reopen } = await open();
      const other = await reopen();
      const [serial = ""] = serials(1);
      const reserved = other.reserve(intent(serial));
      await other.close();
      await reserved;
      expect(await store.pending()).toEqual([intent(serial)]);
      await expect(other.reserve(intent("0b"))).rejects.toThrow(TypeError);
      await other.close();
    });
  });
}
