import { AbortedError } from '../../errors/index.js';
import { onAbort } from '../../util/on-abort.js';
import type { StopSignal } from '../../util/stop.js';

/** Work of which so much runs at once; the rest waits in line, first come first served. */
export class WorkLine {
  readonly #concurrency: number;
  readonly #line = new Set<() => void>();
  #running = 0;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  get running(): number { return this.#running; }
  get waiting(): number { return this.#line.size; }

  /** Runs a piece of work when its turn comes. A signal that fires takes it out of the line; work that has begun ends itself. */
  async run<T>(signal: StopSignal | undefined, piece: () => Promise<T>): Promise<T> {
    if (signal?.aborted) throw new AbortedError('Stopped before the work was done.');
    if (this.#running < this.#concurrency) this.#running++;
    else await this.#turn(signal);
    try {
      return await piece();
    } finally {
      this.#pass();
    }
  }

  /** Resolves when this caller has got a place. */
  #turn(signal: StopSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = (): void => {
        stopWatching();
        resolve();
      };
      const stopWatching = onAbort(signal, () => {
        this.#line.delete(take);
        reject(new AbortedError('Stopped before the work was done.'));
      });
      this.#line.add(take);
    });
  }

  /** Hands the place to the first in line. */
  #pass(): void {
    const [next] = this.#line;
    if (next === undefined) {
      this.#running--;
      return;
    }
    this.#line.delete(next);
    next();
  }
}
