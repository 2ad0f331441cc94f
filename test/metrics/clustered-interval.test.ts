import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredInterval } from '../../src/metrics/index.js';

const valuesOf = (clusters: Record<string, number[]>): { value: number; cluster: string }[] =>
  Object.entries(clusters).flatMap(([cluster, values]) => values.map((value) => ({ value, cluster })));

describe('clusteredInterval', () => {
  it('equals a computation by hand', () => {
    // Mean 5/8. Residual sums: a 0.75; b -0.875, c 0.125. Squares 0.5625 + 0.765625 + 0.015625 = 1.34375.
    // SE = sqrt(3/2 * 1.34375) / 8 = 0.17746588; t(0.95, 2) = 4.302652730.
    const result = clusteredInterval(valuesOf({ a: [1, 1], b: [0, 1, 0], c: [1, 1, 0] }));
    expect(result).toMatchObject({ n: 8, clusters: 3, mean: 0.625 });
    expect(result.standardError).toBeCloseTo(0.17746588, 6);
    expect(result.high).toBeCloseTo(0.625 + 4.30265273 * 0.17746588, 5);
    expect(result.low).toBeCloseTo(0.625 - 4.30265273 * 0.17746588, 5);
  });

  it('is the textbook interval of a mean when every value is its own cluster', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 20 }), (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      const result = clusteredInterval(values.map((value, index) => ({ value, cluster: String(index) })));
      expect(result.standardError).toBeCloseTo(Math.sqrt(variance / values.length), 9);
    }));
  });

  it('does not shrink when every value is repeated within its cluster', () => {
    const once = clusteredInterval(valuesOf({ a: [1], b: [0], c: [1], d: [1] }));
    const often = clusteredInterval(valuesOf({ a: [1, 1, 1], b: [0, 0, 0], c: [1, 1, 1], d: [1, 1, 1] }));
    expect(often.standardError).toBeCloseTo(once.standardError as number, 12);
    expect([often.n, often.clusters]).toEqual([12, 4]);
  });

  it('gives no interval where none can be estimated', () => {
    expect(clusteredInterval([])).toEqual({ n: 0, clusters: 0, mean: null, standardError: null, low: null, high: null });
    expect(clusteredInterval(valuesOf({ a: [1, 0] }))).toEqual({ n: 2, clusters: 1, mean: 0.5, standardError: null, low: null, high: null });
  });

  it('refuses values that are not finite, and levels that are not shares', () => {
    expect(() => clusteredInterval(valuesOf({ a: [Number.NaN] }))).toThrow('Expected finite values, got NaN in the cluster "a"');
    expect(() => clusteredInterval([], 95)).toThrow('Expected `level` to lie between 0 and 1, got `95`');
  });
});
