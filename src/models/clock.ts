import { setTimeout as wait } from 'node:timers/promises';
import { AbortedError } from '../errors/index.js';

/** Time, as a parameter: tests bring their own. */
export interface Clock {
  /** Milliseconds that only ever grow, whatever the wall clock does. */
  now(): number;
  /** @throws AbortedError when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      throw new AbortedError('Stopped.', { cause });
    }
  },
};
