import { describe, expect, it } from "vitest";
import { issueMany } from "../../src/ca/issue-many.ts";
import { newCa, tlsServer, written } from "./fixtures.ts";

describe("issueMany", () => {
  it("answers in the order of the orders; one that is refused does not stop the others", async () => {
    const { context, issuing } = await newCa();
    const names = Array.from({ length: 200 }, (_, i) => (i % 50 === 7 ? "not a name" : `host-${i}.example.test`));
    const answers: string[] = [];
    for await (const outcome of issueMany(context, issuing, orders(names)))
      answers.push("issued" in outcome ? (outcome.issued.record.names[0] ?? "") : outcome.error.code);
    expect(answers).toEqual(names.map((name) => (name === "not a name" ? "ERR_GENERAL_NAME" : name)));
    expect(await context.store.verifyAudit()).toMatchObject({ valid: true });
  });

  it("ends when its source breaks, and what it had begun is on record", async () => {
    const { context, issuing } = await newCa();
    const before = await written(context);
    const broken = async function* () {
      yield* orders(["one.example.test", "two.example.test"]);
      throw new Error("the pipe is closed");
    };
    const outcomes: string[] = [];
    const run = async () => {
      for await (const outcome of issueMany(context, issuing, broken())) outcomes.push(Object.keys(outcome).join());
    };
    await expect(run()).rejects.toThrow("the pipe is closed");
    expect(await context.store.pending()).toEqual([]);
    expect((await written(context)) - before).toBe(4); // two reserved, two issued
  });
});

function orders(names: readonly string[]) {
  return names.map((name) => ({ profile: tlsServer, names: [name] }));
}
