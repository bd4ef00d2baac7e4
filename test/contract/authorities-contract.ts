import { describe, expect, it } from "vitest";
import { authority } from "../store/samples.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

export function authoritiesContract(name: string, open: OpenStoreUnderTest): void {
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
}
