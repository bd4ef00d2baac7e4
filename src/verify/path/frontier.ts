/**
 * What is still to be done, cheapest first and of equal cost the latest first: depth first along the most promising way, and back to the
 * next one when it fails.
 */
export class Frontier<T extends { readonly cost: number }> {
  readonly #stacks: (T[] | undefined)[] = [];

  push(item: T): void {
    const stack = this.#stacks[item.cost];
    if (stack) stack.push(item);
    else this.#stacks[item.cost] = [item];
  }

  pop(): T | undefined {
    for (const stack of this.#stacks) {
      const item = stack?.pop();
      if (item) return item;
    }
    return undefined;
  }

  /** What is left that costs so much or more; of equal cost the latest first. */
  rest(cost: number): readonly T[] {
    if (this.#stacks.length <= cost) return [];
    return this.#stacks.slice(cost).flatMap((stack) => stack?.toReversed() ?? []);
  }
}
