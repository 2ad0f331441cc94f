import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRewards, scoreSolution, selectBest, type ScoredIndex } from '../../src/scoring/index.js';
import { aClaim, aScore, aVerdict, scored, share } from './build-inputs.js';

const listOf = (...scores: ReturnType<typeof aScore>[]): ScoredIndex[] => scores.map((score, index) => ({ index, score }));

describe('selectBest', () => {
  it('chooses by gated rewards, so that a contradicted premise costs the choice', () => {
    const judgments = [scored(0.9), scored(0.9)];
    const wrongPremise = gateRewards({ judgments, claims: [aClaim([0], aVerdict(1))] });
    const weakButRight = gateRewards({ judgments: [scored(0.8), scored(0.8)], claims: [aClaim([0], aVerdict(0))] });
    const choose = (used: 'gated' | 'raw'): number | null =>
      selectBest([wrongPremise, weakButRight].map((steps, index) => ({ index, score: scoreSolution(steps, used) }))).chosen;
    expect([choose('raw'), choose('gated')]).toEqual([0, 1]);
  });

  it('takes the lowest index of a tie and names the others, by index and not by place', () => {
    const candidates = [{ index: 7, score: aScore(0.3) }, { index: 5, score: aScore(0.1 + 0.2) }, { index: 2, score: aScore(0.1) }, { index: 6, score: aScore(0.3) }];
    expect(selectBest(candidates)).toEqual({ chosen: 5, tiedWith: [6, 7], value: 0.1 + 0.2 });
  });

  it('ties scores up to a relative 1e-9 and no further', () => {
    expect(selectBest(listOf(aScore(0.5), aScore(0.5 + 4e-10))).tiedWith).toEqual([1]);
    expect(selectBest(listOf(aScore(0.5), aScore(0.5 + 1e-8)))).toMatchObject({ chosen: 1, tiedWith: [] });
    expect(selectBest(listOf(aScore(0), aScore(0))).tiedWith).toEqual([1]);
    expect(selectBest(listOf(aScore(0), aScore(1e-300)))).toMatchObject({ chosen: 1, tiedWith: [] });
  });

  it('chooses a partial candidate only when none is fully scored, or on request', () => {
    const candidates = listOf(aScore(0.9, 'partial'), aScore(0.2));
    expect(selectBest(candidates).chosen).toBe(1);
    expect(selectBest(candidates, { onPartial: 'use-what-is-there' }).chosen).toBe(0);
    expect(selectBest(listOf(aScore(0.4, 'partial'), aScore(0.9, 'partial'))).chosen).toBe(1);
    expect(selectBest(listOf(aScore(0.9, 'partial'), aScore(0.5, 'no-evidence'))).chosen).toBe(0);
  });

  it('lets a candidate without evidence stand with its neutral value', () => {
    expect(selectBest(listOf(aScore(0.4), aScore(0.5, 'no-evidence'))).chosen).toBe(1);
  });

  it('chooses none rather than an unscored one', () => {
    expect(selectBest(listOf(aScore(null), aScore(0)))).toEqual({ chosen: 1, tiedWith: [], value: 0 });
    expect(selectBest(listOf(aScore(null), aScore(null, 'no-evidence')))).toEqual({ chosen: null, tiedWith: [], value: null });
    expect(selectBest([])).toEqual({ chosen: null, tiedWith: [], value: null });
  });

  it('does not depend on the order of the candidates', () => {
    const scores = fc.array(fc.oneof(share, fc.constantFrom(0.25, 0.5), fc.constant(null)).map((value) => aScore(value)));
    fc.assert(fc.property(scores, (list) => {
      expect(selectBest(listOf(...list).toReversed())).toEqual(selectBest(listOf(...list)));
    }));
  });
});
