import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('mathv', () => {
  const record = {
    id: 3, question: '<image1> and <image2>?', options: [], answer: '5', image: 'a.jpg', level: 1,
    outputs: { 'M-CoT': { model: 'm', response: 'It is 2 + 3.\n\nSo 5.', correct: true }, M: { model: 'm', response: '', correct: false } },
  };

  it('makes a candidate of every run, with places in the response', () => {
    const { candidates, warnings } = decodeOne('mathv', record);
    expect(candidates[0]).toMatchObject({ index: 0, policy: 'M-CoT', correct: true, response: 'It is 2 + 3.\n\nSo 5.', metadata: { model: 'm' } });
    expect(candidates[0]?.solution.steps.map(({ charStart, charEnd }) => [charStart, charEnd])).toEqual([[0, 12], [14, 19]]);
    expect(candidates[1]?.solution.steps).toEqual([]);
    expect(warnings).toEqual(['the question cites <image2>, but the record names 1 image']);
  });

  it('keeps the index of a run when others are left out', () => {
    const { outputs } = record;
    const { candidates } = decodeOne('mathv', { ...record, outputs: { M: outputs.M, 'M-CoT': outputs['M-CoT'] } }, 'CoT');
    expect(candidates.map(({ index, policy }) => [index, policy])).toEqual([[1, 'M-CoT']]);
  });

  it('fails on a run without a response', () => {
    expect(() => decodeOne('mathv', { ...record, outputs: { M: { response: null } } })).toThrow('expected the run "M" to be an object with a `response` text, got null');
  });
});
