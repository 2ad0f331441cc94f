/** Finished results that may wait for an earlier one before nothing new begins: they are small, but not nothing. */
const MOST_WAITING = 256;
/** How often a refused item asks again, in milliseconds: what it waits for may happen without any other item ending. */
const ASK_AGAIN_MS = 5;

/** How many items may be in flight; or whether one more may begin beside so many. */
export type Admission = number | ((inFlight: number) => boolean);

/**
 * Maps an async stream with several items in flight and yields the results in input order, each as soon as those before it are out.
 * Memory holds the items in flight and at most 256 results that wait for an earlier one.
 * The first error ends the stream, after the work in flight has settled; once an item has failed, none begins.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  admission: Admission,
  map: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const mayBegin = typeof admission === 'number' ? (inFlight: number): boolean => inFlight < admission : admission;
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const line: { result: Promise<R>; isSettled: boolean }[] = [];
  let inFlight = 0;
  let begun = 0;
  let isDry = false;
  let isBroken = false;
  let wake = (): void => {};

  function begin(item: T): void {
    const entry = { result: map(item, begun++), isSettled: false };
    const settle = (): void => {
      inFlight--;
      entry.isSettled = true;
      wake();
    };
    // A rejection is delivered when its turn comes; until then it must not count as unhandled.
    entry.result.then(settle, () => {
      isBroken = true;
      settle();
    });
    inFlight++;
    line.push(entry);
  }

  try {
    for (;;) {
      while (line[0]?.isSettled) yield await (line.shift() as { result: Promise<R> }).result;
      if (!isDry && !isBroken && line.length - inFlight < MOST_WAITING && mayBegin(inFlight)) {
        const next = await source.next();
        if (next.done) isDry = true;
        else begin(next.value);
      } else if (line.length > 0 || !(isDry || isBroken)) await someChange();
      else return;
    }
  } finally {
    await Promise.allSettled(line.map(({ result }) => result));
    if (!isDry) await source.return?.();
  }

  /** Waits until an item settles, or until it is time to ask again. */
  async function someChange(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (!isDry && !isBroken && typeof admission === 'function') timer = setTimeout(resolve, ASK_AGAIN_MS);
    });
    clearTimeout(timer);
  }
}
