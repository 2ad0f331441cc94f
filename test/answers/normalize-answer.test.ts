import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeAnswer } from '../../src/answers/normalize-answer.js';

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
