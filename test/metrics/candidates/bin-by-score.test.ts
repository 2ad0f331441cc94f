import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binByScore, clusteredInterval } from '../../../src/metrics/index.js';

const candidates = fc.array(fc.record({ value: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.1, 0.3, 0.7, 1, NaN)), correct: fc.constantFrom(0, 1), cluster: fc.nat(3) }), { maxLength: 40 });
const lists = (rows: readonly { value: number; correct: number; cluster: number }[]) => ({ values: rows.map(({ value }) => value), correct: rows.map(({ correct }) => correct), clusters: rows.map(({ cluster }) => cluster) });

describe('binByScore', () => {
  it('puts every candidate with a value into the one bin that holds it', () => {
    fc.assert(fc.property(candidates, fc.integer({ min: 1, max: 20 }), (rows, count) => {
      const bins = binByScore(lists(rows), count);
      const scored = rows.filter(({ value }) => !Number.isNaN(value));
      expect(bins).toHaveLength(count);
      expect(bins.reduce((sum, { right }) => sum + right, 0)).toBe(scored.filter(({ correct }) => correct === 1).length);
      expect(bins.reduce((sum, { right, wrong }) => sum + right + wrong, 0)).toBe(scored.length);
      for (const { low, high, meanScore, right, wrong, share } of bins) {
        expect(meanScore === null).toBe(right + wrong === 0);
        if (meanScore === null) continue;
        expect(meanScore).toBeGreaterThanOrEqual(low - 1e-9);
        expect(meanScore).toBeLessThanOrEqual(high + 1e-9);
        expect(share.mean).toBeCloseTo(right / (right + wrong), 12);
      }
    }));
  });

  it('gives the clustered interval of its share, and puts a border into the bin above', () => {
    const rows = [{ value: 0.3, correct: 1, cluster: 0 }, { value: 0.35, correct: 0, cluster: 0 }, { value: 0.39, correct: 1, cluster: 1 }, { value: 1, correct: 1, cluster: 1 }];
    const bins = binByScore(lists(rows), 10, 0.9);
    expect(bins[3]).toMatchObject({ right: 2, wrong: 1, share: clusteredInterval(rows.slice(0, 3).map(({ correct, cluster }) => ({ value: correct, cluster: String(cluster) })), 0.9) });
    expect(bins[9]).toMatchObject({ right: 1, wrong: 0 });
  });
});
