import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('processbench', () => {
  const record = { id: 'gsm8k-7', generator: 'm', problem: 'q', steps: ['a', 'b', 'c'], final_answer_correct: false, label: 1 };

  it('labels steps up to the first error; those behind it are neutral', () => {
    const { problem, candidates } = decodeOne('processbench', record);
    expect(problem).toEqual({ id: 'gsm8k-7', question: 'q', source: 'gsm8k', images: [] });
    expect(candidates).toMatchObject([{ policy: 'm', correct: false, stepLabels: [1, -1, 0] }]);
  });

  it('takes -1 for a solution without an error', () => {
    expect(decodeOne('processbench', { ...record, label: -1 }).candidates[0]?.stepLabels).toEqual([1, 1, 1]);
  });

  it.each([3, -2, 0.5, null])('fails on the label %j', (label) => {
    expect(() => decodeOne('processbench', { ...record, label })).toThrow('expected `label` to be -1 or the place of a step, 0 to 2');
  });
});
