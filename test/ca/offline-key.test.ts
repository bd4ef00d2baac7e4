import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import { bringKeyBack } from "../../src/ca/bring-key-back.ts";
import { openAuthority } from "../../src/ca/open-authority.ts";
import { takeKeyOffline } from "../../src/ca/take-key-offline.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { newCa, refusal, scratchFolder, written } from "./fixtures.ts";
import { openssl } from "./openssl.ts";

describe("takeKeyOffline", () => {
  it("moves the root key to a folder; what needs it then says how to bring it back", async () => {
    const { context, root } = await newCa();
    const medium = scratchFolder();
    const files = await takeKeyOffline(context, root.name, medium, { filePassphrase: "on paper" });
    expect(files).toEqual([join(medium, `${root.id}.key.pem`), join(medium, `${root.id}.cert.pem`)]);
    expect(statSync(files[0] as string).mode & 0o777).toBe(0o600);
    expect(await context.store.authorityKeyPem(root.id)).toBeUndefined();
    const { hint } = await refusal(openAuthority(context.store, root.name), "ERR_CA_KEY_OFFLINE");
    expect(hint).toContain("rootcause ca import-key");

    const keyPem = readFileSync(files[0] as string, "utf8");
    expect(openssl(["pkey", "-noout", "-passin", "pass:on paper"], keyPem)).toBe("");
    await refusal(bringKeyBack(context, root.name, keyPem, { passphrase: "wrong" }), "ERR_PASSPHRASE_WRONG");
    const record = await bringKeyBack(context, root.name, keyPem, { passphrase: "on paper" });
    expect(record.keyAt).toBe("store");
    const opened = await openAuthority(context.store, root.name, { passphrase: "on paper" });
    await addIntermediate(context, opened, { name: "Later" });
  });

  it("keeps the key in the store when the medium cannot take it", async () => {
    const { context, root } = await newCa();
    const medium = scratchFolder();
    await takeKeyOffline(context, root.name, medium);
    await bringKeyBack(context, root.name, readFileSync(join(medium, `${root.id}.key.pem`), "utf8"));
    const before = await written(context);
    await refusal(takeKeyOffline(context, root.name, medium), "ERR_FILE_EXISTS");
    await refusal(takeKeyOffline(context, root.name, "/dev/null/medium"), "ERR_DELIVERY_FOLDER");
    expect(await written(context)).toBe(before);
    expect(await context.store.authorityKeyPem(root.id)).toBeDefined();
  });
});

describe("bringKeyBack", () => {
  it("refuses the key of another CA", async () => {
    const { context, root } = await newCa();
    const before = await written(context);
    const other = PrivateKey.generate("ecdsa-p256").toPem();
    await refusal(bringKeyBack(context, root.name, other), "ERR_CA_KEY_MISMATCH");
    await refusal(bringKeyBack(context, root.name, root.certificate.toPem()), "ERR_KEY_NOT_FOUND");
    expect(await written(context)).toBe(before);
  });

  it("puts the same key under another passphrase", async () => {
    const { context, issuing } = await newCa();
    const keyPem = (await context.store.authorityKeyPem(issuing.id)) as string;
    await bringKeyBack(context, issuing.name, keyPem, { storePassphrase: "new" });
    await refusal(openAuthority(context.store), "ERR_PASSPHRASE_MISSING");
    expect((await openAuthority(context.store, undefined, { passphrase: "new" })).id).toBe(issuing.id);
  });
});
