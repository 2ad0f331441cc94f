import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAnswer } from '../../../src/answers/compare-answers.js';
import { readInlineOptions } from '../../../src/answers/options/read-inline-options.js';

describe('readInlineOptions', () => {
  it.each([
    ['Who?\nChoices:\n(A) one\n(B) two\n(C) three', ['one', 'two', 'three']],
    ['What size? Choices: A. 3 cm; B. 4 cm; C. No correct answer', ['3 cm', '4 cm', 'No correct answer']],
    ['Please choose:\nA.6  B.9  C.3', ['6', '9', '3']],
    ['As shown ()\nChoices:\nA:80°\nB:90°', ['80°', '90°']],
    ['Which? (A) Left, (B) Right, (C) Both', ['Left', 'Right', 'Both']],
    ['Points A) and B) lie on a line. Pick: A) 1 B) 2 C) 3', ['1', '2', '3']],
    ['Which is it? A. a B. b\nAnswer with the letter.', ['a', 'b']],
  ])('reads %j', (question, options) => {
    expect(readInlineOptions(question)).toEqual(options);
  });

  it.each(['', 'What is A?', 'A. only one', 'There are houses (street A) and more (street B).', 'Find AB and CD.'])('finds none in %j', (question) => {
    expect(readInlineOptions(question)).toBeNull();
  });

  it('takes back options of any text in brackets', () => {
    const option = fc.stringMatching(/^[a-z0-9]{1,8}( [a-z0-9]{1,8}){0,2}$/);
    fc.assert(fc.property(fc.array(option, { minLength: 2, maxLength: 10 }), (options) => {
      const lettered = options.map((text, i) => `(${String.fromCharCode(65 + i)}) ${text}`);
      expect(readInlineOptions(`Which one?\n${lettered.join('\n')}`)).toEqual(options);
      expect(readInlineOptions(`Which one? ${lettered.join(' ')}`)).toEqual(options);
    }));
  });

  it('serves a comparison where the record has no options', () => {
    const question = 'What would happen?\nChoices:\n(A) Nothing.\n(B) It would also decrease.\n(C) 4.0';
    expect(sameAnswer('It would also decrease.', 'B', { question })).toBe(true);
    expect(sameAnswer('4.0', '(C)', { question })).toBe(true);
    expect(sameAnswer('Nothing.', 'B', { question })).toBe(false);
    expect(sameAnswer('Nothing.', 'B', { question, choices: [] })).toBe(false);
  });
});
