import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, slopeOf } from '../../../src/metrics/dose-response/curve-figures.js';
import type { DoseTable, MeasureCounts } from '../../../src/metrics/dose-response/dose-table.js';
import { reportDoses } from '../../../src/metrics/dose-response/report-doses.js';
import { testTrend } from '../../../src/metrics/dose-response/test-trend.js';

const share: MeasureCounts = ([hits = 0, n = 0]) => (n > 0 ? hits / n : null);
const doses = [0, 0.25, 0.5, 1];
/** Items whose values are given by dose. */
const table = (items: readonly (readonly number[])[]): DoseTable => ({ doses, counts: items.map((values) => values.map((value) => [value, 1])) });

describe('slope and area', () => {
  it('are those of a straight line', () => {
    fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (start, slope) => {
      const values = doses.map((dose) => start + slope * dose);
      expect(slopeOf(doses, values)).toBeCloseTo(slope, 9);
      expect(areaOf(doses, values)).toBeCloseTo(slope / 2, 9);
    }));
  });

  it('are null where a value is missing or there is one dose', () => {
    expect([slopeOf([0, 1], [1, null]), slopeOf([0], [1]), areaOf([0, 1], [null, 1]), areaOf([0], [1])]).toEqual([null, null, null, null]);
  });
});

describe('testTrend', () => {
  it('equals the share of all permutations that are as steep, by brute force', () => {
    const items = table([[1, 0.9, 0.4, 0.1], [0.8, 0.2, 0.6, 0]]);
    const orders = permute([0, 1, 2, 3]);
    const steep = (a: readonly number[], b: readonly number[]): number => Math.abs(slopeOf(doses, doses.map((_, dose) => [a, b].reduce((sum, order, item) => sum + (items.counts[item]?.[order[dose] ?? 0]?.[0] ?? 0), 0) / 2)) ?? 0);
    const found = steep(orders[0] ?? [], orders[0] ?? []);
    const all = orders.flatMap((a) => orders.map((b) => steep(a, b)));
    const exact = all.filter((one) => one >= found - 1e-12).length / all.length;
    expect(testTrend(items, share, { permutations: 20_000, seed: 4 })).toBeCloseTo(exact, 2);
  });

  it('is 1 where the dose does nothing, and finds a fall that all items share', () => {
    expect(testTrend(table([[1, 1, 1, 1], [0, 0, 0, 0]]), share, { permutations: 99 })).toBe(1);
    expect(testTrend(table(Array.from({ length: 20 }, () => [1, 0.8, 0.5, 0.1])), share, { permutations: 999 })).toBe(0.001);
    expect(testTrend(table([]), share)).toBeNull();
  });

  it('is small about as often as it says where the dose does nothing', () => {
    let small = 0;
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 6, maxLength: 6 }), (items) => {
      if ((testTrend(table(items), share, { permutations: 99 }) ?? 1) <= 0.1) small += 1;
    }), { numRuns: 300, seed: 11 });
    expect(small / 300).toBeLessThan(0.17);
  });
});

describe('reportDoses', () => {
  const falling = table(Array.from({ length: 12 }, (_, at) => [1, 0.9, 0.6, at % 2 === 0 ? 0.2 : 0.4]));
  const flat = table(Array.from({ length: 12 }, () => [1, 1, 1, 1]));
  const options = { measure: share, clusters: falling.counts.map((_, at) => `q${at}`), contrasts: [['falling', 'flat']] as const, replicates: 200, permutations: 99 };

  it('gives curves with bands around their values, and contrasts that are their differences', () => {
    const { curves, contrasts } = reportDoses(new Map([['falling', falling], ['flat', flat]]), options);
    const [first, second] = curves;
    expect(first?.points.map(({ value }) => value)).toEqual([1, expect.closeTo(0.9), expect.closeTo(0.6), expect.closeTo(0.3)]);
    for (const { value, low, high } of first?.points ?? []) expect((low ?? 2) <= (value ?? 0) + 1e-9 && (high ?? -1) >= (value ?? 0) - 1e-9).toBe(true);
    expect(contrasts[0]?.slope.value).toBeCloseTo((first?.slope.value ?? 0) - (second?.slope.value ?? 0));
    expect(contrasts[0]?.slope.high).toBeLessThan(0);
    expect(second).toMatchObject({ p: 1, slope: { value: 0, low: 0, high: 0 } });
    expect(reportDoses(new Map([['falling', falling]]), { ...options, contrasts: [] }).curves[0]).toEqual(first);
  });

  it('gives no band for a single cluster, and refuses tables of other items', () => {
    const one = reportDoses(new Map([['falling', falling]]), { ...options, clusters: falling.counts.map(() => 'q'), contrasts: [] });
    expect(one.curves[0]?.slope).toMatchObject({ low: null, high: null });
    expect(() => reportDoses(new Map([['flat', table([])]]), options)).toThrow('Expected 12 items in the table flat, got 0.');
  });
});

function permute(values: readonly number[]): number[][] {
  return values.length <= 1 ? [[...values]] : values.flatMap((value, at) => permute(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
