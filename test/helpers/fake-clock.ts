import { AbortedError } from '../../src/errors/index.js';
import type { Clock } from '../../src/models/clock.js';

/** A clock whose sleepers wake at once, in order of their time; it notes how long each slept. */
export function fakeClock(): Clock & { slept: number[]; advance(ms: number): void } {
  let time = 1000;
  const slept: number[] = [];
  return {
    slept,
    advance: (ms) => { time += ms; },
    now: () => time,
    async sleep(ms, signal) {
      if (signal?.aborted) throw new AbortedError('Stopped.');
      slept.push(ms);
      time += ms;
    },
  };
}
