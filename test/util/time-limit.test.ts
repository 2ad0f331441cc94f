import { expect, it } from 'vitest';
import { startTimeLimit } from '../../src/util/time-limit.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('fires when the time is over, and says that it was the time', async () => {
  const limit = startTimeLimit(5, new AbortController().signal);
  await pause(30);
  expect([limit.signal.aborted, limit.isOver]).toEqual([true, true]);
});

it('fires with the outer signal, which is not the time', async () => {
  const outer = new AbortController();
  const limit = startTimeLimit(5, outer.signal);
  outer.abort();
  await pause(30);
  expect([limit.signal.aborted, limit.isOver]).toEqual([true, false]);
  expect(startTimeLimit(1000, outer.signal).signal.aborted).toBe(true);
});

it('does not fire after its end', async () => {
  const outer = new AbortController();
  const limit = startTimeLimit(5, outer.signal);
  limit.end();
  outer.abort();
  await pause(30);
  expect(limit.signal.aborted).toBe(false);
});
