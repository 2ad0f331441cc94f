import { describe, expect, it } from 'vitest';
import { readOptionLetter } from '../../../src/answers/options/read-option-letter.js';

describe('readOptionLetter', () => {
  it.each([['B', 'B'], ['(b)', 'B'], ['B.', 'B'], ['option C', 'C'], ['\\text{(D)}', 'D'], ['(B) 12 cm', 'B'], ['**A**', 'A']])('reads %s', (text, letter) => {
    expect(readOptionLetter(text)).toBe(letter);
  });

  it.each(['a', '12', 'Apple', 'AB', 'K', 'Because', ''])('reads none in %j', (text) => {
    expect(readOptionLetter(text)).toBeNull();
  });
});
