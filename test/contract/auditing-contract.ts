import { describe, expect, it } from "vitest";
import { collect, issue } from "../store/fixtures.ts";
import { NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

export function auditingContract(name: string, open: OpenStoreUnderTest): void {
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
}
