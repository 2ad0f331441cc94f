import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentResults } from '../../../src/jobs/reward/recent-results.js';
import { WorkLine } from '../../../src/jobs/reward/work-line.js';

describe('WorkLine', () => {
  it('never runs more than it may, runs all in order, and ends empty, whoever gives up', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.record({ fails: fc.boolean(), leaves: fc.boolean() }), { maxLength: 20 }), async (concurrency, pieces) => {
      const line = new WorkLine(concurrency);
      let running = 0;
      const begun: number[] = [];
      const results = await Promise.allSettled(pieces.map(({ fails, leaves }, at) => {
        const controller = new AbortController();
        const result = line.run(controller.signal, async () => {
          begun.push(at);
          expect(++running).toBeLessThanOrEqual(concurrency);
          await Promise.resolve();
          running--;
          if (fails) throw new Error('failed');
          return at;
        });
        if (leaves) controller.abort();
        return result;
      }));
      expect(begun).toEqual([...begun].sort((a, b) => a - b));
      expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(begun.length);
      expect([line.running, line.waiting, running]).toEqual([0, 0, 0]);
    }));
  });
});

describe('RecentResults', () => {
  it('keeps what was used last', () => {
    const kept = new RecentResults<number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.get('a');
    kept.set('c', 3);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  });
});
