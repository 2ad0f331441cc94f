import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareInterval } from '../../src/metrics/index.js';

const values = fc.array(fc.record({ value: fc.constantFrom(0, 1), cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e') }), { minLength: 1, maxLength: 60 });

describe('shareInterval', () => {
  it('holds the share and stays between 0 and 1', () => {
    fc.assert(fc.property(values, (sample) => {
      const { mean, low, high } = shareInterval(sample);
      if (low === null || high === null) return;
      expect(low >= 0 && low <= (mean ?? 0) && (mean ?? 0) <= high && high <= 1).toBe(true);
    }));
  });

  it('is that of Wilson where every value is a cluster of its own', () => {
    const sample = Array.from({ length: 400 }, (_, at) => ({ value: Number(at < 40), cluster: String(at) }));
    const { low, high } = shareInterval(sample);
    expect(low).toBeCloseTo(0.0743, 3);
    expect(high).toBeCloseTo(0.1333, 3);
  });

  it('leaves room where none or all were hits, by clusters and not by values', () => {
    const none = (perCluster: number) => shareInterval(Array.from({ length: 100 * perCluster }, (_, at) => ({ value: 0, cluster: String(at % 100) })));
    expect(none(1).low).toBe(0);
    expect(none(1).high).toBeCloseTo(0.0379, 3);
    expect(none(5).high).toBe(none(1).high);
    expect(shareInterval([{ value: 1, cluster: 'a' }])).toMatchObject({ mean: 1, low: null, high: null });
  });

  it('widens where values of a cluster agree', () => {
    const sample = (size: number) => Array.from({ length: 60 }, (_, at) => ({ value: Math.floor(at / 6) % 2, cluster: String(Math.floor(at / size)) }));
    const width = (size: number): number => { const { low, high } = shareInterval(sample(size)); return (high ?? 0) - (low ?? 0); };
    expect(width(6)).toBeGreaterThan(1.5 * width(1));
  });
});
