import { expect, it } from 'vitest';
import { rankCandidates } from '../../src/scoring/index.js';
import type { SolutionScore } from '../../src/schema/index.js';

const score = (status: SolutionScore['status'], value: number | null): SolutionScore => ({ status, value, coverage: 1, used: 'gated', aggregation: 'mean', reason: null });

it('orders as a choice would be repeated: partial ones behind the scored, ties by index, without a value last', () => {
  const candidates = [
    { index: 5, score: score('unscored', null) }, { index: 0, score: score('partial', 0.9) }, { index: 1, score: score('scored', 0.4) },
    { index: 2, score: score('no-evidence', 0.5) }, { index: 4, score: score('scored', 0.5) }, { index: 3, score: score('unscored', null) },
  ];
  // With no scored one left, the partial one competes with the one without evidence again.
  expect(rankCandidates(candidates)).toEqual([2, 4, 1, 0, 3, 5]);
  expect(rankCandidates(candidates, { onPartial: 'use-what-is-there' })).toEqual([0, 2, 4, 1, 3, 5]);
});
