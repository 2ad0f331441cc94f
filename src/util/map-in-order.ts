/**
 * Maps an async stream with up to `concurrency` items in flight and yields the results in input order.
 * Memory holds at most `concurrency` results. The first error ends the stream, after the work in flight has settled.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  concurrency: number,
  map: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const inFlight: Promise<R>[] = [];
  let index = 0;
  try {
    for await (const item of items) {
      const result = map(item, index++);
      // A rejection is delivered when its turn comes; until then it must not count as unhandled.
      result.catch(() => undefined);
      inFlight.push(result);
      if (inFlight.length >= concurrency) yield await (inFlight.shift() as Promise<R>);
    }
    while (inFlight.length > 0) yield await (inFlight.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(inFlight);
  }
}
