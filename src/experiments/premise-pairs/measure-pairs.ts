import type { MeasuredPair } from '../../metrics/index.js';
import { mapInOrder } from '../../util/map-in-order.js';
import { stopTogether } from '../../util/stop-together.js';
import { measurePair, type MeasurePairOptions } from './measure-pair.js';
import type { PremisePair } from './premise-pair.js';

/** Measures a stream of pairs and yields them in order, in bounded memory. @throws AbortedError, a BackendError that ends the run, errors of the stream. */
export async function* measurePairs(pairs: AsyncIterable<PremisePair> | Iterable<PremisePair>, options: MeasurePairOptions & { concurrency?: number | undefined }): AsyncGenerator<MeasuredPair, void, undefined> {
  const work = stopTogether(options.signal);
  try {
    yield* mapInOrder(pairs, options.concurrency ?? 2, (pair) => work.run(() => measurePair(pair, { ...options, signal: work.signal })));
  } catch (error) {
    throw work.reason(error);
  } finally {
    work.end();
  }
}
