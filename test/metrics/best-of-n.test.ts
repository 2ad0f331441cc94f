import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfNAtK, bestOfNCurve, passAtK, type JudgedCandidate } from '../../src/metrics/index.js';
import { selectBest } from '../../src/scoring/index.js';
import { average, subsetsOf } from './brute-force.js';

/** Few distinct scores, so that ties are common; some candidates cannot be chosen. */
const candidates = fc.array(
  fc.record({ score: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)), correct: fc.boolean() }), { minLength: 1, maxLength: 10 });

/** The expected correctness of a fair pick among the best of one subset. */
function pickFairly(subset: readonly JudgedCandidate[]): number {
  const best = Math.max(...subset.map(({ score }) => score ?? -1));
  if (best === -1) return 0;
  return average(subset.filter(({ score }) => score === best).map(({ correct }) => Number(correct)));
}

/** The expected correctness of a fair pick among those that the selection of the main job names. */
function pickAsSelected(subset: readonly JudgedCandidate[]): number {
  const { chosen, tiedWith } = selectBest(subset.map(({ score, standing = 'scored' }, index) => ({
    index, score: { status: score === null ? 'unscored' : standing, value: score, coverage: 1, used: 'gated', aggregation: 'mean', reason: null },
  })));
  return chosen === null ? 0 : average([chosen, ...tiedWith].map((index) => Number(subset[index]?.correct)));
}

describe('bestOfNAtK', () => {
  it('equals the average over all subsets', () => {
    fc.assert(fc.property(candidates, (list) => {
      for (let k = 1; k <= list.length; k += 1) {
        expect(Math.abs(bestOfNAtK(list, k) as number - average([...subsetsOf(list, k)].map(pickFairly)))).toBeLessThan(1e-12);
      }
    }));
  });

  it('equals the average choice of selectBest over all subsets, where some candidates are partial or without evidence', () => {
    const standing = fc.constantFrom('scored' as const, 'no-evidence' as const, 'partial' as const);
    const mixed = fc.array(fc.record({ score: fc.option(fc.constantFrom(0.25, 0.5, 1)), correct: fc.boolean(), standing }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(mixed, (list) => {
      for (let k = 1; k <= list.length; k += 1) {
        expect(Math.abs(bestOfNAtK(list, k) as number - average([...subsetsOf(list, k)].map(pickAsSelected)))).toBeLessThan(1e-12);
      }
    }));
  });

  it('gives the same curve at once as k by k', () => {
    fc.assert(fc.property(candidates, (list) => {
      const ks = [1, 2, 5, 10];
      expect(bestOfNCurve(list, ks)).toEqual(ks.map((k) => bestOfNAtK(list, k)));
    }));
  });

  it('shares a full tie: it is then the mean correctness for every k', () => {
    const list = [true, false, false, true, true].map((correct) => ({ score: 0.7, correct }));
    for (let k = 1; k <= 5; k += 1) expect(bestOfNAtK(list, k)).toBeCloseTo(0.6, 12);
  });

  it('never exceeds Pass@k, and reaches it when the scores are the truth', () => {
    fc.assert(fc.property(candidates, fc.integer({ min: 1, max: 8 }), (list, k) => {
      fc.pre(k <= list.length);
      const pass = passAtK(list.map(({ correct }) => correct), k) as number;
      expect(bestOfNAtK(list, k)).toBeLessThanOrEqual(pass + 1e-12);
      expect(bestOfNAtK(list.map(({ correct }) => ({ score: Number(correct), correct })), k)).toBeCloseTo(pass, 12);
    }));
  });

  it('treats scores as tied that only rounding keeps apart', () => {
    expect(bestOfNAtK([{ score: 0.1 + 0.2, correct: false }, { score: 0.3, correct: true }], 2)).toBe(0.5);
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(fc.property(candidates, (list) => {
      expect(bestOfNAtK(list.toReversed(), 1)).toBeCloseTo(bestOfNAtK(list, 1) as number, 12);
    }));
  });

  it('stays exact for many candidates', () => {
    const list = Array.from({ length: 1000 }, (_, score) => ({ score, correct: score === 999 }));
    expect(bestOfNAtK(list, 500)).toBeCloseTo(0.5, 12);
  });

  it('has no value with fewer candidates than k, and refuses an odd k', () => {
    expect(bestOfNAtK([{ score: 1, correct: true }], 2)).toBeNull();
    expect(() => bestOfNAtK([], 0)).toThrow('Expected `k` to be an integer from 1 up, got `0`');
    expect(() => bestOfNAtK([], 1.5)).toThrow('got `1.5`');
  });
});
