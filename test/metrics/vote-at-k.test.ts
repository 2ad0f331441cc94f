import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK, voteAtK, type VotingCandidate } from '../../src/metrics/index.js';
import { voteWinChances } from '../../src/metrics/vote-win-chances.js';
import { average, subsetsOf } from './brute-force.js';

/** Few answers, so that votes are close; some abstain. Whether an answer is right depends on the answer alone. */
const candidates = fc.tuple(fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd')), { minLength: 1, maxLength: 10 }), fc.constantFrom('a', 'b', 'e'))
  .map(([answers, gold]): VotingCandidate[] => answers.map((answer) => ({ answer, correct: answer === gold })));

/** The share of right answers among those with the most votes. */
function vote(subset: readonly VotingCandidate[]): number {
  const answers = subset.flatMap(({ answer }) => answer ?? []);
  const votesOf = (answer: number | string): number => answers.filter((other) => other === answer).length;
  const most = Math.max(0, ...answers.map(votesOf));
  const winners = [...new Set(answers)].filter((answer) => votesOf(answer) === most);
  return winners.length === 0 ? 0 : average(winners.map((winner) => Number(subset.find(({ answer }) => answer === winner)?.correct)));
}

describe('voteAtK', () => {
  it('equals the average over all subsets', () => {
    fc.assert(fc.property(candidates, (list) => {
      for (let k = 1; k <= list.length; k += 1) {
        expect(Math.abs(voteAtK(list, k) as number - average([...subsetsOf(list, k)].map(vote)))).toBeLessThan(1e-12);
      }
    }));
  });

  it('never exceeds Pass@k', () => {
    fc.assert(fc.property(candidates, fc.integer({ min: 1, max: 10 }), (list, k) => {
      fc.pre(k <= list.length);
      expect(voteAtK(list, k)).toBeLessThanOrEqual(passAtK(list.map(({ correct }) => correct), k) as number + 1e-12);
    }));
  });

  it('is exact for 128 candidates', () => {
    // 65 of 128 are right and agree; the others agree too: of 127 drawn, the right lose or tie only without one of theirs.
    const list = Array.from({ length: 128 }, (_, index) => ({ answer: index < 65 ? 'a' : 'b', correct: index < 65 }));
    expect(voteAtK(list, 128)).toBe(1);
    expect(voteAtK(list, 127)).toBeCloseTo(63 / 128 + 65 / 128, 12);
    expect(voteAtK(list, 126)).toBeCloseTo(1 - 0.5 * (65 * 64) / (128 * 127), 12);
  });

  it('has chances that sum to 1 where all vote, also for many answers', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 60 }), (sizes, k) => {
      fc.pre(k <= sizes.reduce((sum, size) => sum + size, 0));
      expect(voteWinChances(sizes, 0, k).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    }));
  });

  it('has no value with fewer candidates than k, and refuses what it cannot count', () => {
    expect(voteAtK([{ answer: 'a', correct: true }], 2)).toBeNull();
    expect(voteAtK([{ answer: null, correct: true }], 1)).toBe(0);
    expect(() => voteAtK(Array.from({ length: 1001 }, () => ({ answer: 'a', correct: true })), 8)).toThrow('Expected at most 1000 candidates in a vote, got 1001');
  });
});
