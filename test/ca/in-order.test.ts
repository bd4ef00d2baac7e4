import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/ca/in-order.ts";

describe("inOrder", () => {
  it("yields in the order of the items, whichever is done first", async () => {
    const done: number[] = [];
    const results = inOrder([3, 1, 2], 3, async (turns) => {
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      done.push(turns);
      return turns;
    });
    expect(await collect(results)).toEqual([3, 1, 2]);
    expect(done).toEqual([1, 2, 3]);
  });

  it("works on no more items at once than told, and reads no further ahead than one", async () => {
    let [read, working, most, yielded] = [0, 0, 0, 0];
    const source = function* () {
      for (; read < 100; read++) {
        expect(read - yielded).toBeLessThanOrEqual(6);
        yield read;
      }
    };
    const results = inOrder(source(), 5, async (item) => {
      most = Math.max(most, ++working);
      await nextTurn();
      working--;
      return item;
    });
    for await (const item of results) expect(item).toBe(yielded++);
    expect([yielded, most]).toEqual([100, 5]);
  });

  it("answers each item before the next comes, when whoever sends them waits for that", async () => {
    const answers: string[] = [];
    const answered: (() => void)[] = [];
    const source = async function* () {
      for (const question of ["one", "two", "three"]) {
        const answer = new Promise<void>((resolve) => answered.push(resolve));
        yield question;
        await answer;
      }
    };
    for await (const answer of inOrder(source(), 64, async (question) => `${question}!`)) {
      answers.push(answer);
      answered.at(-1)?.();
    }
    expect(answers).toEqual(["one!", "two!", "three!"]);
  });

  it("ends with the first error, after what is under way", async () => {
    let finished = 0;
    const results = inOrder([1, 2, 3, 4], 2, async (item) => {
      await nextTurn();
      if (item === 2) throw new Error("two");
      finished++;
      return item;
    });
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const item of results) seen.push(item);
      })(),
    ).rejects.toThrow("two");
    expect(seen).toEqual([1]);
    expect(finished).toBeGreaterThanOrEqual(1);
  });

  it("tells its source when nobody wants more", async () => {
    let closed = false;
    const source = function* () {
      try {
        for (let item = 0; ; item++) yield item;
      } finally {
        closed = true;
      }
    };
    for await (const item of inOrder(source(), 4, async (each) => each)) if (item === 10) break;
    expect(closed).toBe(true);
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
