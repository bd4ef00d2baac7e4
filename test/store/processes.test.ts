import { describe, expect, it } from "vitest";
import { childScript } from "./child.ts";
import type { IssueTask } from "./children/issue.ts";
import { collect, newStore, storeFolder } from "./fixtures.ts";
import { serials } from "./samples.ts";

const issueInChild = childScript<IssueTask>("issue");

describe("two processes with one store", () => {
  it("issue 500 each: 1,000 records, 1,000 serial numbers, a valid chain", async () => {
    const folder = storeFolder();
    const store = await newStore(folder);
    const all = [serials(500, "0a"), serials(500, "0b")];
    const ends = await Promise.all(all.map((own) => issueInChild({ folder, serials: own, inFlight: 16 }).ended));
    for (const end of ends) expect(end).toMatchObject({ status: 0, stderr: "" });
    const listed = (await collect(store.list())).map(({ serial }) => serial);
    expect(listed).toHaveLength(1_000);
    expect(new Set(listed)).toEqual(new Set(all.flat()));
    expect(await store.pending()).toEqual([]);
    expect(await store.verifyAudit()).toMatchObject({ valid: true });
  });
});
