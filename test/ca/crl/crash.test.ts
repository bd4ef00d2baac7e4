import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { openAuthority } from "../../../src/ca/open-authority.ts";
import { publicationProblem } from "../../../src/revocation/publish/publication-problem.ts";
import { openStore } from "../../../src/store/open.ts";
import { childScript } from "../../store/child.ts";
import { copyFolder } from "../../store/copy-folder.ts";
import { NOON, newCa } from "../fixtures.ts";
import type { PublishTask } from "./children/publish.ts";
import { issueLeaf, publish, serialsIn } from "./crl-fixtures.ts";

const publishInChild = childScript<PublishTask>("publish", new URL("children/", import.meta.url));

describe("a process that is killed while it revokes and publishes", () => {
  it.each([false, true])(
    "at any step (a write done by half: %s) leaves a whole CRL, and the next tells all",
    async (half) => {
      const ca = await newCa();
      const { record } = await issueLeaf(ca);
      const before = memoryFolder();
      await publish(ca.context, ca.issuing, { folder: join(before, "published") });
      const { location } = ca.context.store;
      await ca.context.store.close();
      mkdirSync(join(before, "ca-store"));
      copyFolder(location, join(before, "ca-store"));

      let step = 1;
      for (; ; step++) {
        const folder = memoryFolder();
        copyFolder(before, folder);
        const published = join(folder, "published");
        const task: PublishTask = {
          folder: join(folder, "ca-store"),
          published,
          serial: record.serial,
          now: NOON.toISOString(),
          fault: { kind: "kill", step, half },
        };
        const { status, lines, stderr } = await publishInChild(task).ended;
        expect(stderr).toBe("");
        const file = join(published, "crl", `${ca.issuing.id}.crl`);
        const terms = { issuer: ca.issuing.certificate, at: NOON, after: 0, samples: [] };
        expect(await publicationProblem(file, terms)).toBeUndefined();
        if (lines.includes("published")) expect(serialsIn({ file })).toEqual([record.serial]);

        const store = await openStore(task.folder, { now: () => NOON });
        const isRevoked = (await store.find(record.serial))?.revoked !== undefined;
        if (lines.includes("revoked")) expect(isRevoked).toBe(true);
        const context = { store, now: () => NOON };
        const [next] = await publishCrls(context, await openAuthority(store), { folder: published });
        expect(serialsIn({ file })).toEqual(isRevoked ? [record.serial] : []);
        expect(next?.number).toBeGreaterThan(1);
        expect((await store.inspect()).problems).toEqual([]);
        await store.close();
        if (status === 0) break;
        expect(readdirSync(join(published, "crl")).length).toBeLessThanOrEqual(2);
      }
      expect(step).toBeGreaterThan(20);
    },
  );
});

/** Power cannot fail in a test, so that a folder in memory will do. */
function memoryFolder(): string {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "rootcause-crl-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
