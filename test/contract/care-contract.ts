import { describe, expect, it } from "vitest";
import { collect, issue } from "../store/fixtures.ts";
import { intent, NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

const LATER = "2026-03-02T12:00:00.000Z";

export function careContract(name: string, open: OpenStoreUnderTest): void {
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
