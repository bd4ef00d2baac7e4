/**
 * Does work on many items, several at once, and yields the results in the order of the items, each as soon as it can be: whoever feeds
 * the items may wait for an answer before the next. It reads ahead no further than it works, so memory stays flat.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const underWay: Promise<Result>[] = [];
  let arriving: Promise<IteratorResult<Item>> | undefined = Promise.resolve(source.next());
  try {
    while (arriving !== undefined || underWay.length > 0) {
      const oldest = underWay[0]?.then(() => undefined);
      const mayRead = arriving !== undefined && underWay.length < concurrency;
      const arrived: IteratorResult<Item> | undefined = await Promise.race(
        [mayRead ? arriving : undefined, oldest].filter((event) => event !== undefined),
      );
      if (arrived === undefined) yield (await underWay.shift()) as Result;
      else if (arrived.done) arriving = undefined;
      else {
        underWay.push(work(arrived.value));
        arriving = Promise.resolve(source.next());
      }
    }
  } finally {
    await Promise.allSettled(underWay);
    void source.return?.();
  }
}
