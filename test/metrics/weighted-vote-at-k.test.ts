import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteAtK, weightedVoteAtK, type JudgedCandidate, type VotingCandidate } from '../../src/metrics/index.js';
import { average, subsetsOf } from './brute-force.js';

type Voter = JudgedCandidate & VotingCandidate;
const voters = fc.array(fc.record({
  answer: fc.option(fc.constantFrom('a', 'b', 'c')),
  score: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)),
  standing: fc.constantFrom('scored' as const, 'partial' as const),
}), { minLength: 1, maxLength: 10 }).map((list): Voter[] => list.map((voter) => ({ ...voter, correct: voter.answer === 'a' })));

/** The share of right answers among those with the largest sum; sums of quarters are exact. */
function vote(subset: readonly Voter[]): number {
  const barsPartial = subset.some(({ standing, score }) => standing === 'scored' && score !== null);
  const voting = subset.filter(({ answer, score, standing }) => answer !== null && score !== null && !(barsPartial && standing === 'partial'));
  const sums = new Map<unknown, number>();
  for (const { answer, score } of voting) sums.set(answer, (sums.get(answer) ?? 0) + (score as number));
  const most = Math.max(...sums.values());
  const winners = [...sums].filter(([, sum]) => sum === most);
  return winners.length === 0 ? 0 : average(winners.map(([answer]) => Number(answer === 'a')));
}

describe('weightedVoteAtK', () => {
  it('equals the average over all subsets', () => {
    fc.assert(fc.property(voters, (list) => {
      for (let k = 1; k <= list.length; k += 1) {
        const { value, standardError } = weightedVoteAtK(list, k) ?? { value: NaN, standardError: NaN };
        expect(Math.abs(value - average([...subsetsOf(list, k)].map(vote)))).toBeLessThan(1e-12);
        expect(standardError).toBe(0);
      }
    }));
  });

  it('is the plain vote when all weigh alike', () => {
    fc.assert(fc.property(voters, fc.integer({ min: 1, max: 10 }), (list, k) => {
      fc.pre(k <= list.length);
      const alike = list.map((voter): Voter => ({ ...voter, score: 0.3, standing: 'scored' }));
      expect(weightedVoteAtK(alike, k)?.value).toBeCloseTo(voteAtK(alike, k) as number, 12);
    }));
  });

  it('samples where there are too many subsets: reproducible, and within its error of the exact value', () => {
    const list = Array.from({ length: 40 }, (_, index): Voter => ({ answer: index % 3, score: 0.7, correct: index % 3 === 0 }));
    const exact = voteAtK(list, 20) as number;
    const sampled = weightedVoteAtK(list, 20, 7);
    expect(sampled).toEqual(weightedVoteAtK(list, 20, 7));
    expect(sampled?.standardError).toBeGreaterThan(0);
    expect(Math.abs((sampled?.value ?? 0) - exact)).toBeLessThan(4 * (sampled?.standardError ?? 0));
  });

  it('has no value with fewer candidates than k', () => {
    expect(weightedVoteAtK([], 1)).toBeNull();
  });
});
