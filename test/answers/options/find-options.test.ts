import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOptions } from '../../../src/answers/options/find-options.js';

const sizes = ['10 cm', '12 cm', 'none', '1,000'];

describe('findOptions', () => {
  it.each<[string, number[] | null]>([
    ['B', [1]], ['b', [1]], ['(B)', [1]], ['12', [1]], ['12.0 cm', [1]], ['(B) 12', [1]], ['None.', [2]], ['1000', [3]], ['A, C', [0, 2]], ['AC', [0, 2]], ['12 cm and none', [1, 2]],
    ['13', null], ['F', null], ['', null], ['(A) 12 cm', []],
  ])('finds %j', (answer, places) => {
    expect(findOptions(answer, sizes)).toEqual(places);
  });

  it('takes an option that is listed twice as one', () => {
    expect(findOptions('C', ['9', '12', '18', '18'])).toEqual([2, 3]);
    expect(findOptions('18', ['9', '12', '18', '18'])).toEqual([2, 3]);
  });

  it('tells nothing when different options fit', () => {
    expect(findOptions('0.50', ['1/2', '50%', '3'])).toBeNull();
    expect(findOptions('1/2', ['1/2', '50%', '3'])).toEqual([0]);
  });

  it('finds every option by its letter and by its own text', () => {
    const word = fc.stringMatching(/^[k-z]{3,9}$/);
    fc.assert(fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 10 }), (words) => {
      for (const [i, text] of words.entries()) {
        const letter = String.fromCharCode(65 + i);
        for (const answer of [letter, `(${letter})`, text, `(${letter}) ${text}`, `${letter}. ${text}`]) expect([answer, findOptions(answer, words)]).toEqual([answer, [i]]);
      }
    }));
  });
});
