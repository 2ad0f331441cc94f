import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolVerdicts } from '../../src/scoring/index.js';
import type { Reliability } from '../../src/schema/index.js';
import { aVerdict, verdict } from './build-inputs.js';

const pools = fc.constantFrom('weakest' as const, 'mean' as const);
const expectClose = (actual: Reliability | null, expected: Reliability): void => {
  for (const share of ['support', 'conflict', 'unknown'] as const) expect(actual?.[share]).toBeCloseTo(expected[share], 12);
};

describe('poolVerdicts', () => {
  it('pools to the weakest claim, or to the mean', () => {
    const verdicts = [aVerdict(0.2, 0.1), aVerdict(0, 0.6)];
    expectClose(poolVerdicts(verdicts, 'weakest'), { support: 0.2, conflict: 0.2, unknown: 0.6 });
    expectClose(poolVerdicts(verdicts, 'mean'), { support: 0.55, conflict: 0.1, unknown: 0.35 });
  });

  it('lets conflict have its share before unknown', () => {
    expectClose(poolVerdicts([aVerdict(0.9), aVerdict(0, 1)], 'weakest'), { support: 0, conflict: 0.9, unknown: 0.1 });
  });

  it('leaves claims out that are not observable, and is null without others', () => {
    fc.assert(fc.property(fc.array(verdict), pools, (verdicts, pool) => {
      const observable = verdicts.filter((one) => one.observable);
      expect(poolVerdicts(verdicts, pool)).toEqual(poolVerdicts(observable, pool));
      expect(poolVerdicts(verdicts, pool) === null).toBe(observable.length === 0);
    }));
  });

  it('gives shares in [0,1] that sum to 1, in any order of the claims', () => {
    fc.assert(fc.property(fc.array(verdict, { minLength: 1 }), pools, (verdicts, pool) => {
      const pooled = poolVerdicts(verdicts, pool);
      fc.pre(pooled !== null);
      const shares = [pooled.support, pooled.conflict, pooled.unknown];
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expectClose(poolVerdicts(verdicts.toReversed(), pool), pooled);
    }));
  });

  it('gives one claim back as it is', () => {
    fc.assert(fc.property(verdict, pools, (one, pool) => {
      fc.pre(one.observable);
      expectClose(poolVerdicts([one], pool), one);
    }));
  });
});
