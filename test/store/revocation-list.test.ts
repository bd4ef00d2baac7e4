import { appendFileSync, cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DerReader } from "../../src/asn1/reader.ts";
import { sequence } from "../../src/asn1/writer.ts";
import type { CrlSelection } from "../../src/store/crl-session.ts";
import type { Store } from "../../src/store/store.ts";
import { reasonCode } from "../../src/x509/extensions/reason-code.ts";
import { Name } from "../../src/x509/name.ts";
import { RevokedCertificate, walkEntry } from "../../src/x509/revoked-certificate.ts";
import { issue, newStore, reopened, storeFolder, storeFolderInMemory } from "./fixtures.ts";
import { NOON, serials } from "./samples.ts";

const all = serials(40);

/** Reasons by serial number. */
function listed(store: Store, selection: CrlSelection = {}): Promise<ReadonlyMap<string, string>> {
  return store.makeCrls("issuing", async (session) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await session.entries(selection)).chunks()) chunks.push(Uint8Array.from(chunk));
    const entries = DerReader.of(sequence(...chunks))
      .sequence()
      .each((reader) => new RevokedCertificate(walkEntry(reader), Name.fromString("CN=x")));
    return new Map(entries.map((entry) => [entry.serialHex, entry.extension(reasonCode)?.value ?? "unspecified"]));
  });
}

async function revokedStore(folder: string): Promise<Store> {
  const store = await newStore(folder);
  await Promise.all(all.map((serial) => issue(store, serial)));
  for (const serial of all.slice(0, 20)) await store.revoke(serial, { reason: "superseded", at: NOON });
  expect((await listed(store)).size).toBe(20);
  return store;
}

/** Turns one octet of a file over. */
function spoil(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe("the list of revocations is made again from the journal", () => {
  const facts = (folder: string) => join(folder, "revocations/issuing.facts");
  const entries = (folder: string) => join(folder, "revocations/issuing.entries");

  it.each([
    ["it is gone", (folder: string) => rmSync(join(folder, "revocations"), { recursive: true })],
    ["its mark is damaged", (folder: string) => writeFileSync(facts(folder), "x".repeat(600), { flag: "r+" })],
    ["there is more in it than was finished", (folder: string) => appendFileSync(entries(folder), "x".repeat(999))],
    ["more facts than were finished", (folder: string) => appendFileSync(facts(folder), "x".repeat(99))],
    ["its entries were cut off", (folder: string) => truncateSync(entries(folder), statSync(entries(folder)).size - 9)],
    ["an octet of its entries was lost", (folder: string) => spoil(entries(folder), 20)],
    ["an octet of its facts was lost", (folder: string) => spoil(facts(folder), 512 + 30)],
    ["its facts were cut off", (folder: string) => truncateSync(facts(folder), statSync(facts(folder)).size - 9)],
  ])("when %s", async (_, harm) => {
    const folder = storeFolder();
    const store = await revokedStore(folder);
    harm(folder);
    await store.revoke(all[30] as string, { reason: "keyCompromise", at: NOON });
    expect([...(await listed(store)).keys()].toSorted()).toEqual([...all.slice(0, 20), all[30]]);
  });

  it("when the journal was brought back from a backup", async () => {
    const folder = storeFolder();
    await (await revokedStore(folder)).close();
    const backup = `${folder}-backup`;
    cpSync(folder, backup, { recursive: true });
    const store = await reopened(folder);
    await store.revoke(all[21] as string, { reason: "keyCompromise", at: NOON });
    expect((await listed(store)).size).toBe(21);
    await store.close();
    for (const part of ["journal", "index", "store.json"]) {
      rmSync(join(folder, part), { recursive: true });
      cpSync(join(backup, part), join(folder, part), { recursive: true });
    }
    const restored = await reopened(folder);
    expect((await listed(restored)).size).toBe(20);
    await restored.revoke(all[22] as string, { reason: "keyCompromise", at: NOON });
    expect([...(await listed(restored)).keys()]).toEqual([...all.slice(0, 20), all[22]]);
  });

  it("and not when the journal is damaged: a list that lacks revocations is none", async () => {
    const folder = storeFolder();
    const store = await revokedStore(folder);
    const journal = join(folder, "journal/000001.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace('"superseded"', '"supersedes"'));
    rmSync(join(folder, "revocations"), { recursive: true });
    await expect(listed(store)).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED" });
  });
});

describe("the list of revocations", () => {
  it("is the owner's alone", async () => {
    const folder = storeFolder();
    const store = await revokedStore(folder);
    expect((await store.inspect()).problems).toEqual([]);
  });

  it("says what the store says, whatever happened and in whatever order", async () => {
    const step = fc.tuple(
      fc.constantFrom(...all.slice(0, 6)),
      fc.constantFrom("certificateHold", "unhold", "keyCompromise", "list"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(40), async (steps, deltaFrom) => {
        const store = await newStore(storeFolderInMemory());
        for (const serial of all.slice(0, 6)) await issue(store, serial);
        let since = -1;
        let before = await listed(store);
        for (const [i, [serial, act]] of steps.entries()) {
          if (i === deltaFrom) {
            since = (await store.auditHead())?.seq ?? 0;
            before = await listed(store);
          }
          if (act === "list") await listed(store);
          else if (act !== "unhold") await store.revoke(serial, { reason: act, at: NOON });
          else await store.unhold(serial).catch(() => undefined);
        }
        const expected: [string, string][] = [];
        for await (const { serial, revoked } of store.list())
          if (revoked !== undefined) expected.push([serial, revoked.reason]);
        const now = await listed(store);
        expect([...now].toSorted()).toEqual(expected.toSorted());
        if (since < 0) return;
        const merged = new Map([...before, ...(await listed(store, { since }))]);
        const left = [...merged].filter(([, reason]) => reason !== "removeFromCRL");
        expect(left.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 25 },
    );
  });
});
