import { describe, expect, it } from 'vitest';
import { readPromptLogprobs } from '../../../src/models/openai/read-prompt-logprobs.js';

const entry = (decoded_token: string, logprob: number, rank = 1) => ({ decoded_token, logprob, rank });

describe('readPromptLogprobs', () => {
  it('tells the token that stands in the prompt from the others, and orders them', () => {
    // As vLLM sends it: objects come in the order of their integer keys, not of their ranks.
    const values = [null, { 5: entry('+', -2.3, 2), 3: entry('-', -0.1) }, { 9: entry('.', -9999, 4000), 2: entry('!', 0) }];
    expect(readPromptLogprobs(values, [1, 5, 9])).toEqual([
      { token: '+', logprob: -2.3, top: [{ token: '-', logprob: -0.1 }, { token: '+', logprob: -2.3 }] },
      { token: '.', logprob: -9999, top: [{ token: '!', logprob: 0 }, { token: '.', logprob: -9999 }] },
    ]);
  });

  it('leaves out alternatives without a number, and takes a missing text for none', () => {
    expect(readPromptLogprobs([null, { 1: { logprob: -1, decoded_token: null }, 2: { logprob: null, decoded_token: 'x' }, 3: 'odd' }], [7, 1])).toEqual([{ token: '', logprob: -1, top: [{ token: '', logprob: -1 }] }]);
  });

  it.each<[unknown, unknown]>([
    [undefined, undefined], [null, null], [[null], undefined], [undefined, [1]], [[null, { 1: entry('a', 0) }], [1]], [[null, { 1: entry('a', 0) }], [1, 2]],
    [[null, null], [1, 2]], [[null, { 2: entry('a', 0) }], [1, '2']], [[null, 'text'], [1, 2]], ['text', 'text'], [[null, { 2: { logprob: '0' } }], [1, 2]], [{}, {}],
  ])('tells nothing from %j with %j', (values, ids) => {
    expect(readPromptLogprobs(values, ids)).toBeNull();
  });
});
