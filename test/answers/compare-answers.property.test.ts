import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnswers, sameAnswer } from '../../src/answers/compare-answers.js';
import { toLatex, toPlain, tree, valueOf } from '../maths/expressions.js';

const pieces = ['1', '2', '12', '0.5', '3/4', '\\frac{1}{3}', '\\sqrt{2}', '\\pi', 'x', 'y', '^', '2', '+', '-', '=', '<', '\\le ', ',', ';', ' and ', '(', ')', '[', ']', '{', '}', '\\{', '\\}', '\\cup ', '\\infty', '%', '°', '$', ' cm', '\\text{ m}', 'A', 'B', 'C', ':', ' ', '|', '\\pm ', '\\begin{pmatrix}', '&', '\\\\', '\\end{pmatrix}', 'yes', 'no', 'Area', '\\boxed{', '∅', '½', '²', '!', '\\'];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const answer = fc.oneof(soup, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
const choices = fc.option(fc.array(answer, { minLength: 1, maxLength: 5 }), { nil: undefined });

describe('compareAnswers, for any text', () => {
  it('is symmetric', () => {
    fc.assert(fc.property(answer, answer, choices, (a, b, options) => {
      expect(compareAnswers(a, b, { choices: options })).toEqual(compareAnswers(b, a, { choices: options }));
    }), { numRuns: 3000 });
  });

  it('is true of an answer and itself, with white space around it or not', () => {
    fc.assert(fc.property(answer.filter((text) => text.trim() !== ''), choices, (a, options) => {
      expect(sameAnswer(a, a, { choices: options })).toBe(true);
      expect(sameAnswer(a, ` ${a}\n`, { choices: options })).not.toBe(false);
    }), { numRuns: 2000 });
  });

  it('takes question and options as texts only', () => {
    fc.assert(fc.property(answer, answer, answer, (a, b, question) => {
      expect([true, false, null]).toContain(sameAnswer(a, b, { question: `${question} (A) ${a} (B) ${b}` }));
    }), { numRuns: 500 });
  });
});

const whole = fc.integer({ min: -9999, max: 9999 });
const positive = fc.integer({ min: 1, max: 9999 });
const factor = fc.integer({ min: 1, max: 30 });

/** Ways to write the fraction n/d. */
const fractions: readonly ((n: number, d: number, k: number) => string)[] = [
  (n, d) => `${n}/${d}`,
  (n, d, k) => `${n * k}/${d * k}`,
  (n, d) => `\\frac{${n}}{${d}}`,
  (n, d, k) => `$\\dfrac{${n * k}}{${d * k}}$`,
  (n, d) => `x = ${n}/${d}`,
  (n, d) => `${n < 0 ? '-' : ''}${Math.abs(n) < d ? '' : `${Math.floor(Math.abs(n) / d)} `}${Math.abs(n) % d}/${d}`,
  (n, d) => `(${n}) \\div ${d}`,
  (n, d) => `${n} \\cdot \\frac{1}{${d}}`,
  (n, d) => `\\boxed{\\frac{${n}}{${d}}}`,
  (n, d) => `\\left(\\frac{${n}}{${d}}\\right)`,
];
/** Ways to write a whole number. */
const numbers: readonly ((n: number) => string)[] = [String, (n) => `${n}.0`, (n) => `$${n}$`, (n) => n.toLocaleString('en-US'), (n) => `${n} apples`, (n) => `n = ${n}`, (n) => `**${n}**`, (n) => `${n}/1`, (n) => `${n} \\text{ cm}`, (n) => `The result is ${n}`];

describe('compareAnswers, for rationals', () => {
  it('finds every two ways of writing one fraction equal', () => {
    fc.assert(fc.property(whole, positive, factor, fc.constantFrom(...fractions), fc.constantFrom(...fractions), (n, d, k, write, rewrite) => {
      fc.pre(Math.abs(n) % d !== 0);
      expect([write(n, d, k), rewrite(n, d, k), sameAnswer(write(n, d, k), rewrite(n, d, k))]).toEqual([write(n, d, k), rewrite(n, d, k), true]);
    }), { numRuns: 1000 });
  });

  it('finds different fractions different, however written', () => {
    fc.assert(fc.property(whole, positive, whole, positive, fc.constantFrom(...fractions), fc.constantFrom(...fractions), (a, b, c, d, write, rewrite) => {
      fc.pre(a * d !== c * b && Math.abs(a) % b !== 0 && Math.abs(c) % d !== 0);
      expect([write(a, b, 1), rewrite(c, d, 1), sameAnswer(write(a, b, 1), rewrite(c, d, 1))]).toEqual([write(a, b, 1), rewrite(c, d, 1), false]);
    }), { numRuns: 1000 });
  });

  it('tells whole numbers apart, however written', () => {
    fc.assert(fc.property(whole, whole, fc.constantFrom(...numbers), fc.constantFrom(...numbers), (a, b, write, rewrite) => {
      expect([write(a), rewrite(b), sameAnswer(write(a), rewrite(b))]).toEqual([write(a), rewrite(b), a === b]);
    }), { numRuns: 1000 });
  });

  it('agrees with exact arithmetic on formulas without names', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      const [x, y] = [valueOf(a), valueOf(b)];
      fc.pre(x !== null && y !== null);
      const isSame = x !== null && y !== null && x[0] * y[1] === y[0] * x[1];
      const { equal, how } = compareAnswers(toPlain(a), toLatex(b));
      if (how !== 'rounded') expect(equal).toBe(isSame);
      expect(sameAnswer(toPlain(a), toLatex(a))).toBe(true);
    }), { numRuns: 500 });
  });
});

const coefficients = fc.array(fc.integer({ min: -20, max: 20 }).filter((c) => c !== 0), { minLength: 2, maxLength: 6 });
const expand = (list: readonly number[]): string => list.map((c, i) => `${i > 0 && c > 0 ? '+' : ''}${c}${i === 0 ? '' : `x^{${i}}`}`).join('');
const nest = (list: readonly number[]): string => list.reduceRight((inner, c) => (inner === '' ? `${c}` : `${c} + x(${inner})`), '');

describe('compareAnswers, for formulas with names', () => {
  it('finds a polynomial equal to its nested form, and not to one with another coefficient', () => {
    fc.assert(fc.property(coefficients, fc.nat(), (list, at) => {
      const changed = list.map((c, i) => (i === at % list.length ? c + 1 : c));
      expect(sameAnswer(expand(list), nest(list))).toBe(true);
      expect(sameAnswer(expand(list), nest(changed))).toBe(false);
      expect(sameAnswer(`y = ${expand(list)}`, `${nest(list)} - y = 0`)).toBe(true);
    }), { numRuns: 300 });
  });

  it('compares sets without order, tuples with it', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 8 }), (items) => {
      const reversed = items.toReversed();
      expect(sameAnswer(`\\{${items.join(', ')}\\}`, `\\{${reversed.join(', ')}\\}`)).toBe(true);
      expect(sameAnswer(items.join(', '), reversed.join(', '))).toBe(true);
      expect(sameAnswer(`(${items.join(', ')})`, `(${reversed.join(', ')})`)).toBe(false);
    }));
  });
});
