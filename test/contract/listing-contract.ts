import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { collect, issue } from "../store/fixtures.ts";
import { NOON, serials } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

export function listingContract(name: string, open: OpenStoreUnderTest): void {
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
}
