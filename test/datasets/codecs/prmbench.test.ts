import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('prmbench', () => {
  const record = {
    idx: 'p1', classification: 'circular', original_question: 'q', modified_question: 'q, changed', question: 'q', reason: 'why',
    original_process: ['a', 'b'], modified_process: ['a', 'c', 'd'], modified_steps: [2], error_steps: [2],
  };

  it('reads the changed solution, with its class as the source', () => {
    const { problem, candidates, warnings } = decodeOne('prmbench', record);
    expect(problem).toMatchObject({ id: 'circular/p1', question: 'q, changed', source: 'circular', images: [], metadata: { original_question: 'q', original_process: ['a', 'b'], reason: 'why' } });
    expect(candidates).toHaveLength(1);
    expect([candidates[0]?.stepLabels, candidates[0]?.solution.steps.map(({ text }) => text), warnings]).toEqual([[1, -1, 1], ['a', 'c', 'd'], []]);
  });

  it('takes all steps as right where no error is named, and leaves out errors past the end with a warning', () => {
    expect(decodeOne('prmbench', { ...record, error_steps: [] }).candidates[0]?.stepLabels).toEqual([1, 1, 1]);
    expect(decodeOne('prmbench', { ...record, error_steps: null }).candidates[0]?.stepLabels).toEqual([1, 1, 1]);
    const { candidates, warnings } = decodeOne('prmbench', { ...record, error_steps: [3, 4] });
    expect([candidates[0]?.stepLabels, warnings]).toEqual([[1, 1, -1], ['`error_steps` names 4, but there are 3 steps; it is left out']]);
  });

  it.each<[unknown, string]>([
    ['2', 'expected `error_steps` to be a list of step numbers from 1 up, got a string'],
    [[0], 'expected `error_steps[0]` to be a step number from 1 up, got 0'],
    [[1.5], 'got 1.5'],
  ])('fails on the error steps %j', (errors, message) => {
    expect(() => decodeOne('prmbench', { ...record, error_steps: errors })).toThrow(message);
  });
});
