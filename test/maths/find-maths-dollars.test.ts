import { describe, expect, it } from 'vitest';
import { findMathsDollars } from '../../src/maths/find-maths-dollars.js';

/** The text with every "$" of mathematics shown as "¤". */
const mark = (text: string): string => {
  const found = findMathsDollars(text);
  return [...text].map((character, at) => (found.has(at) ? '¤' : character)).join('');
};

describe('findMathsDollars', () => {
  it.each([
    ['cost $5 and $3', 'cost $5 and $3'], ['$5 + $3 = $8', '$5 + $3 = $8'], ['$x = 3$ and $y$', '¤x = 3¤ and ¤y¤'], ['$$x = 3$$', '¤¤x = 3¤¤'], ['\\$5 and $x$', '\\$5 and ¤x¤'],
    ['pay $5, so $x = 5$', 'pay $5, so ¤x = 5¤'], ['$ x = 3 $ costs $7', '¤ x = 3 ¤ costs $7'], ['$a\n\nb$', '$a\n\nb$'], ['$', '$'], ['', ''],
  ])('%s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });
});
