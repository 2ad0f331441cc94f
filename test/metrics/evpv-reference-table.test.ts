import { describe, expect, it } from 'vitest';
import { makeReferenceTables } from '../../src/metrics/index.js';

const slot = (answer: string | null, ...scores: number[]) => ({ answer, scores });

describe('makeReferenceTables', () => {
  it('calls a tie right when any of it is, where the exact expectation shares it', () => {
    const { correctness_rate: table } = makeReferenceTables([{ source: 's', answer: '4', slots: [slot('3', 1), slot('4', 1)] }], 2);
    expect(table.stats['OVERALL']).toEqual({ total: 1, pass: [1, 1], bon: [0, 1] });
  });

  it('takes the slot for Pass@1 that does best on these problems', () => {
    const { streak_score: table } = makeReferenceTables([
      { source: 'a', answer: 'B', choices: ['3', '4'], slots: [slot('3', 1), slot('4', -1)] },
      { source: 'b', answer: 'B', slots: [null, slot('\\boxed{B}', -1)] },
    ], 2);
    expect(table.best_slot).toBe(2);
    expect(table.stats).toEqual({
      a: { total: 1, pass: [1, 1], bon: [0, 0] }, b: { total: 1, pass: [1, 1], bon: [0, 1] }, OVERALL: { total: 2, pass: [2, 2], bon: [0, 1] },
    });
  });
});
