import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAnswer } from '../../src/answers/compare-answers.js';

describe('sameAnswer', () => {
  it.each([
    ['44', '44.0'], ['$7.50', '7.5'], ['3/4', '0.75'], ['\\frac{3}{4}', '.75'], ['B', '(B)'], ['25%', '0.25'], ['25%', '25'], ['2/3', '0.67'], ['2 m', '200 cm'], ['50 apples', '50'], ['x = 5', '5'],
    ['2\\sqrt{3}', '3.46'], ['54^\\circ', '54'], ['72°', '72 degrees'], ['1,234', '1234'], ['\\text{Friday}', 'friday'], ['-3', '−3'], ['1/2', '2/4'], ['The answer', 'answer'], ['$12$', '12'], ['\\sqrt{16}', '4'],
  ])('%s and %s say the same', (a, b) => {
    expect(sameAnswer(a, b)).toBe(true);
  });

  it.each([['44', '45'], ['2/3', '0.66'], ['0.3', '1/3'], ['A', 'B'], ['yes', 'No'], ['2 m', '2 cm'], ['-3', '3'], ['12\\pi', '12'], ['10', '100'], ['0.1', '0.10001']])('%s and %s differ', (a, b) => {
    expect(sameAnswer(a, b)).toBe(false);
  });

  it.each([['cat', 'dog'], ['', '5'], ['B', '12'], ['5 km', 'far']])('cannot tell %j from %j', (a, b) => {
    expect(sameAnswer(a, b)).toBeNull();
  });

  it('knows options by letter and by content', () => {
    const choices = ['10 cm', '12 cm', 'none'];
    expect(sameAnswer('B', '12 cm', { choices })).toBe(true);
    expect(sameAnswer('(B) 12 cm', '12', { choices })).toBe(true);
    expect(sameAnswer('A', '12', { choices })).toBe(false);
    expect(sameAnswer('none', 'C', { choices })).toBe(true);
    expect(sameAnswer('(A) 12 cm', 'B', { choices })).not.toBe(true);
    expect(sameAnswer('F', 'B', { choices })).toBe(false);
  });

  it('is symmetric and true of an answer and itself', () => {
    const answer = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('B', '(C)', '12', '12 cm', '3/4', '75%', '$5', '\\frac{1}{3}', '0.33', 'yes', '2\\sqrt{3}', 'x = 4', '{', '\\boxed{3}'));
    const choices = fc.option(fc.array(answer, { maxLength: 4 }), { nil: undefined });
    fc.assert(fc.property(answer, answer, choices, (a, b, options) => {
      expect(sameAnswer(a, b, { choices: options })).toBe(sameAnswer(b, a, { choices: options }));
      expect(sameAnswer(a, a, { choices: options })).not.toBe(false);
    }), { numRuns: 1000 });
  });

  it('agrees with integer arithmetic on fractions', () => {
    const small = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(small, small, small, small, (a, b, c, d) => {
      expect(sameAnswer(`${a}/${b}`, `\\frac{${c}}{${d}}`)).toBe(a * d === b * c);
    }));
  });

  it('is bounded for huge answers', () => {
    const start = process.cpuUsage().user;
    for (const piece of ['{', '9', '9^', '(', '\\frac', 'a ']) sameAnswer(piece.repeat(3e5), `${piece.repeat(3e5)}1`);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000);
  });
});
