import { describe, expect, it } from "vitest";
import { revocationReasons } from "../../src/store/revocation-reason.ts";
import { collect, issue } from "../store/fixtures.ts";
import { intent, NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

const LATER = "2026-03-02T12:00:00.000Z";

export function revocationContract(name: string, open: OpenStoreUnderTest): void {
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
}
