import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { collect, issue, text } from "../store/fixtures.ts";
import { certificateDer, intent, NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

export function issuanceContract(name: string, open: OpenStoreUnderTest): void {
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
}
