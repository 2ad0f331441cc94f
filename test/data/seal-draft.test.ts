import { describe, expect, it } from 'vitest';
import { sealDraft } from '../../scripts/make-samples/seal-draft.js';

const draft = sealDraft({
  question: 'How many apples are there in all?',
  drawings: [],
  seen: { red: 3, green: 4 },
  derive: ({ red, green }, slip) => ({ sum: slip('sum', red + green) }),
  answer: ({ sum }) => String(sum),
  mistakes: {
    misread: { see: { red: 5 } },
    slip: { slip: { sum: (sum) => sum + 1 } },
    lucky: { see: { red: 2, green: 5 } },
  },
  voices: [[
    { say: () => 'Count both kinds.' },
    { say: (v) => `Green: ${v.green}.`, see: (v) => `${v.green} green apples` },
    { say: () => 'Now the red ones.', see: (v) => `${v.red} red apples` },
    { say: (v) => `In all ${v.sum}.` },
  ]],
});
const labels = (kind: 'correct' | 'misread' | 'slip' | 'lucky'): number[] => draft.tell(kind, 0).steps.map(({ label }) => label);

describe('sealDraft', () => {
  it('labels a step by every value it states, in its text or in its premise', () => {
    expect(labels('correct')).toEqual([1, 1, 1, 1]);
    expect(labels('misread')).toEqual([1, 1, -1, -1]);
    expect(labels('slip')).toEqual([1, 1, 1, -1]);
  });

  it('keeps a true result true after false premises', () => {
    expect(labels('lucky')).toEqual([1, -1, -1, 1]);
    expect(draft.tell('lucky', 0).answer).toBe(draft.answer);
  });

  it('carries a mistake on to the answer', () => {
    expect(draft.tell('misread', 0).answer).toBe('9');
    expect(draft.tell('slip', 0).answer).toBe('8');
    expect(draft.tell('misread', 0).steps[2]?.premise).toBe('5 red apples');
  });
});
