import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFinalAnswer, findStatedAnswer } from '../../src/answers/extract/extract-final-answer.js';
import { normalizeAnswer } from '../../src/answers/normalize-answer.js';
import { readOptionLetter } from '../../src/answers/options/read-option-letter.js';

describe('extractFinalAnswer', () => {
  it.each([
    ['First \\boxed{1}, so \\boxed{\\frac{1}{2}}.', '\\frac{1}{2}'], ['\\boxed{x^{2}} and then \\boxed{{unclosed', 'x^{2}'], ['The answer is 5. Because it is.', '5'], ['**Answer: B**', 'B'], ['Therefore the answer is (C) 12 cm.', '(C) 12 cm'],
    ['Final Answer: \\(5\\)', '5'], ['the correct option is D', 'D'], ['The answer is $3.50.', '$3.50'], ['a\nb\n\n', 'b'], ['# Answer\n13/18', '13/18'],
  ])('takes %j', (text, expected) => {
    expect(extractFinalAnswer(text)).toBe(expected);
  });

  it.each(['', '\n\n', '**', '.'])('finds none in %j', (text) => {
    expect(extractFinalAnswer(text)).toBeNull();
  });

  it('does not take a last line for a stated answer', () => {
    expect(findStatedAnswer('so we get 5')).toBeNull();
  });

  it('takes back whatever was boxed, braces balanced', () => {
    const inner = fc.array(fc.constantFrom('1', 'x', '\\frac{1}{2}', '{a}', '\\{', '+'), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(inner, fc.string(), (answer, before) => {
      expect(extractFinalAnswer(`${before.replace(/\\/g, '')} \\boxed{${answer}}`)).toBe(answer);
    }));
  });

  it('is bounded', () => {
    const start = process.cpuUsage().user;
    for (const piece of ['\\boxed{', 'answer is ', '{', '\n', '**', '$']) extractFinalAnswer(piece.repeat(2e5));
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000);
  });
});

describe('normalizeAnswer', () => {
  it('brings spellings together and is idempotent', () => {
    expect(['The  Cat.', '\\text{cat}', '$Cat$', 'ｃａｔ'].map(normalizeAnswer)).toEqual(['cat', 'cat', 'cat', 'cat']);
    const answer = fc.array(fc.constantFrom('The', 'a', 'Cat', '12', '\\text{ cm}', '$', '\\,', ' ', '.', '**', '½', '-'), { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(answer, (text) => {
      const once = normalizeAnswer(text);
      expect(normalizeAnswer(once)).toBe(once);
    }));
  });
});

describe('readOptionLetter', () => {
  it.each([['B', 'B'], ['(b)', 'B'], ['B.', 'B'], ['option C', 'C'], ['\\text{(D)}', 'D'], ['(B) 12 cm', 'B'], ['**A**', 'A']])('reads %s', (text, letter) => {
    expect(readOptionLetter(text)).toBe(letter);
  });

  it.each(['a', '12', 'Apple', 'AB', 'K', 'Because', ''])('reads none in %j', (text) => {
    expect(readOptionLetter(text)).toBeNull();
  });
});
