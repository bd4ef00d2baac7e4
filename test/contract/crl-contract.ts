import { describe, expect, it } from "vitest";
import { DerReader } from "../../src/asn1/reader.ts";
import { sequence } from "../../src/asn1/writer.ts";
import type { CrlEntries, CrlSelection } from "../../src/store/crl-session.ts";
import { lastPublished, type PublishedCrl } from "../../src/store/published-crl.ts";
import type { Store } from "../../src/store/store.ts";
import { reasonCode } from "../../src/x509/extensions/reason-code.ts";
import { Name } from "../../src/x509/name.ts";
import { RevokedCertificate, walkEntry } from "../../src/x509/revoked-certificate.ts";
import { issue } from "../store/fixtures.ts";
import { authority, NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

const [a = "", b = "", c = ""] = serials(3);
const EXPIRES = "2026-06-01T12:00:00.000Z";
const AFTERWARDS = "2026-06-02T12:00:00.000Z";

const nobody = Name.fromString("CN=x");

/** Serial numbers, with the reasons that are written. */
async function read(entries: CrlEntries): Promise<readonly string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entries.chunks()) chunks.push(Uint8Array.from(chunk));
  const der = Buffer.concat(chunks);
  expect(der.length).toBe(entries.byteLength);
  const found = DerReader.of(sequence(der))
    .sequence()
    .each((reader) => new RevokedCertificate(walkEntry(reader), nobody));
  expect(found.length).toBe(entries.count);
  return found.map((entry) => [entry.serialHex, entry.extension(reasonCode)?.value].filter(Boolean).join(" "));
}

function select(store: Store, selection: CrlSelection = {}): Promise<readonly string[]> {
  return store.makeCrls("issuing", async (session) => read(await session.entries(selection)));
}

function upTo(store: Store): Promise<number> {
  return store.makeCrls("issuing", async (session) => (await session.entries({})).upTo);
}

/** What every driver does for CRLs. */
export function crlContract(name: string, open: OpenStoreUnderTest): void {
  describe(`${name}: the entries of a CRL`, () => {
    it("are the revocations of the authority, in order, with their reasons", async () => {
      const { store, reopen } = await open();
      await store.addAuthorities([authority("other")]);
      for (const serial of [a, b]) await issue(store, serial);
      await issue(store, c, { authority: "other" });
      expect(await select(store)).toEqual([]);
      await store.revoke(b, { reason: "keyCompromise", at: NOON });
      await store.revoke(c, { reason: "superseded", at: NOON });
      await store.revoke(a, { reason: "unspecified", at: NOON });
      expect(await select(store)).toEqual([`${b} keyCompromise`, a]);
      expect(await select(await reopen())).toEqual([`${b} keyCompromise`, a]);
      await store.makeCrls("other", async (session) => {
        const entries = await session.entries({});
        expect([await read(entries), entries.reasons]).toEqual([[`${c} superseded`], { superseded: 1 }]);
      });
    });

    it("hold a certificate once, as it is now", async () => {
      const { store } = await open();
      for (const serial of [a, b, c]) await issue(store, serial);
      const hold = { reason: "certificateHold", at: NOON } as const;
      for (const serial of [a, b, c]) await store.revoke(serial, hold);
      expect(await select(store)).toHaveLength(3);
      await store.unhold(a);
      await store.revoke(b, { reason: "keyCompromise", at: NOON });
      expect(await select(store)).toEqual([`${c} certificateHold`, `${b} keyCompromise`]);
      await store.revoke(a, hold);
      await store.unhold(c);
      expect(await select(store)).toEqual([`${b} keyCompromise`, `${a} certificateHold`]);
    });

    it("of a delta are what changed since, and what is off hold", async () => {
      const { store } = await open();
      for (const serial of [a, b, c]) await issue(store, serial);
      await store.revoke(a, { reason: "certificateHold", at: NOON });
      await store.revoke(b, { reason: "superseded", at: NOON });
      const since = await upTo(store);
      expect(await select(store, { since })).toEqual([]);
      await store.unhold(a);
      await store.revoke(c, { reason: "cessationOfOperation", at: NOON });
      expect(await select(store, { since })).toEqual([`${a} removeFromCRL`, `${c} cessationOfOperation`]);
      await store.revoke(a, { reason: "certificateHold", at: NOON });
      expect(await select(store, { since })).toEqual([`${c} cessationOfOperation`, `${a} certificateHold`]);
    });

    it("leave out who expired only after a list from after that told of it", async () => {
      const { store } = await open();
      await issue(store, a, { notAfter: EXPIRES });
      await issue(store, b, { notAfter: EXPIRES });
      await store.revoke(a, { reason: "unspecified", at: NOON });
      const known = await upTo(store);
      await store.revoke(b, { reason: "unspecified", at: NOON });
      expect(await select(store, { told: { time: EXPIRES, upTo: known } })).toEqual([a, b]);
      expect(await select(store, { told: { time: AFTERWARDS, upTo: known } })).toEqual([b]);
      expect(await select(store, { told: { time: AFTERWARDS, upTo: await upTo(store) } })).toEqual([]);
    });

    it("may be those of one shard", async () => {
      const { store } = await open();
      const all = serials(64);
      await Promise.all(all.map((serial) => issue(store, serial)));
      for (const serial of all) await store.revoke(serial, { reason: "unspecified", at: NOON });
      const parts: string[] = [];
      for (let index = 0; index < 16; index++) {
        const part = await select(store, { shard: { index, of: 16 } });
        for (const serial of part) expect(BigInt(`0x${serial}`) % 16n).toBe(BigInt(index));
        parts.push(...part);
      }
      expect(parts.toSorted()).toEqual(all);
    });

    it("are the same when asked for again, and many", async () => {
      const { store } = await open();
      const all = serials(5_000);
      await Promise.all(all.map((serial) => issue(store, serial)));
      await Promise.all(all.map((serial) => store.revoke(serial, { reason: "superseded", at: NOON })));
      await store.makeCrls("issuing", async (session) => {
        const entries = await session.entries({});
        const first = await read(entries);
        expect(first).toHaveLength(5_000);
        expect(await read(entries)).toEqual(first);
        expect(entries.reasons).toEqual({ superseded: 5_000 });
      });
    });
  });

  describe(`${name}: CRLs`, () => {
    const published: PublishedCrl = {
      kind: "complete",
      file: "/pki/crl/issuing.crl",
      number: 1,
      thisUpdate: NOON,
      nextUpdate: EXPIRES,
      entries: 0,
      upTo: 1,
    };

    it("have numbers that grow, above those that others know", async () => {
      const { store, reopen } = await open();
      const take = (from: Store, above?: number) => from.makeCrls("issuing", (session) => session.takeNumber(above));
      const other = await reopen();
      expect([await take(store), await take(other), await take(store, 40), await take(other, 7)]).toEqual([
        1, 2, 41, 42,
      ]);
      const history = await (await reopen()).makeCrls("issuing", async (session) => session.history);
      expect(history.lastNumber).toBe(42);
    });

    it("are remembered by kind and shard, for everybody", async () => {
      const { store, reopen } = await open();
      const delta = { ...published, kind: "delta", number: 2 } as const;
      const shards = [0, 1].map((shard) => ({ ...published, number: 3 + shard, shard }));
      await store.makeCrls("issuing", (session) => session.published([published, delta]));
      await store.makeCrls("issuing", (session) => session.published([...shards, { ...published, number: 5 }]));
      const [record] = await (await reopen()).authorities();
      const history = record?.crls ?? { lastNumber: 0, published: [] };
      expect(history.published).toHaveLength(4);
      expect(lastPublished(history, "complete")?.number).toBe(5);
      expect(lastPublished(history, "delta")?.number).toBe(2);
      expect(lastPublished(history, "complete", 1)?.number).toBe(4);
    });

    it("are made by one at a time", async () => {
      const { store, reopen } = await open();
      const other = await reopen();
      let inside = 0;
      const make = async (from: Store) =>
        from.makeCrls("issuing", async (session) => {
          expect(++inside).toBe(1);
          await session.takeNumber();
          inside--;
        });
      await Promise.all([store, other, store, other].map(make));
    });

    it("are made by authorities that are there", async () => {
      const { store } = await open();
      const made = store.makeCrls("nobody", async () => undefined);
      await expect(made).rejects.toMatchObject({ code: "ERR_STORE_AUTHORITY_UNKNOWN" });
    });
  });
}
