import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('vlrmbench', () => {
  const record = { id: 'v', question: 'q', image: ['a.png'], category: 'made', step_list: ['STEP1: a\n\n', 'STEP2: b'], reasoning_error: 'STEP1: a\n\n\nSTEP2: c', task_gt: [0, 1] };

  it('reads the solution as it was and with errors put in', () => {
    const { candidates } = decodeOne('vlrmbench', record);
    expect(candidates.map(({ policy, stepLabels }) => [policy, stepLabels])).toEqual([['original', undefined], ['with-errors', [1, -1]]]);
    expect(candidates[1]?.solution.steps.map(({ text }) => text)).toEqual(['STEP1: a', 'STEP2: c']);
  });

  it('fails when labels and steps do not match', () => {
    expect(() => decodeOne('vlrmbench', { ...record, task_gt: [0] })).toThrow('got 1 labels for 2 steps');
    expect(() => decodeOne('vlrmbench', { ...record, task_gt: [0, 2] })).toThrow('expected `task_gt[1]` to be 0 or 1, got 2');
  });
});
