import { describe, expect, it } from 'vitest';
import { encodeChecklist, encodeEval } from '../../../../src/datasets/codecs/evpv/encode-eval.js';
import type { Solution, Verification } from '../../../../src/schema/index.js';

const solution: Solution = {
  steps: [{ text: 'a', visualDependency: 'AB = 5' }, { text: 'b', visualDependency: null }, { text: 'c', visualDependency: 'AB = 5' }],
  checklist: 'declared',
};

function verification(raw: (number | null)[], gated: (number | null)[], reportedP: number | null = 0.5): Verification {
  const score = { status: 'partial', value: null, coverage: 0, used: 'gated', aggregation: 'mean', reason: null } as const;
  const steps = raw.map((value, index) => ({
    index, judgment: { status: 'no-evidence' as const }, raw: value, gated: gated[index] ?? null, isVisual: false, reliability: null, gateFailure: null, verdicts: [],
  }));
  return { checklist: [], steps, score, rawScore: score, reportedP, failures: [] };
}

describe('encodeEval', () => {
  it('writes signs, and the gated rewards as they are', () => {
    expect(encodeEval(solution, verification([0.4, -0.2, 0], [0.1, -0.2, 0]), 'hard')).toEqual({
      raw_step_scores: [1, -1, -1], final_step_scores: [0.1, -0.2, 0], local_p_score: 0.5,
      visual_checklist: '- AB = 5', visual_step_indices: [0, 2],
    });
  });

  it('writes rewards when asked for soft scores, and leaves out what is not known', () => {
    const written = encodeEval(solution, verification([0.4, -0.2, 0], [0.1, null, 0], null), 'soft');
    expect(written).toMatchObject({ raw_step_scores: [0.4, -0.2, 0] });
    expect(Object.keys(written)).not.toContain('final_step_scores');
    expect(Object.keys(written)).not.toContain('local_p_score');
  });

  it('never makes a score for a step that has none', () => {
    expect(encodeEval(solution, verification([1, null, 1], [1, null, 1]), 'hard')).toEqual({
      status: 'partial', scored_steps: 2, steps: 3, reason: '1 of 3 steps have no score',
    });
    expect(encodeEval({ steps: [], checklist: 'declared' }, verification([], []), 'hard')).toMatchObject({ reason: 'it has no steps' });
  });

  it('says that a checklist is empty as the reference does', () => {
    expect(encodeChecklist({ steps: [], checklist: 'declared' })).toEqual({ visual_checklist: '(empty)', visual_step_indices: [] });
  });
});
