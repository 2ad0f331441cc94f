import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../src/maths/evaluate-expression.js';
import { USUAL_READING } from '../../src/maths/list-readings.js';
import { parseExpression } from '../../src/maths/parse-expression.js';
import { toFractionText } from '../../src/maths/rational.js';
import { toLatex, toPlain, tree, valueOf } from './expressions.js';

/** The exact value as text, the nearest double for an approximate one, null without a value. */
function evaluate(text: string): string | number | null {
  const expression = parseExpression(text);
  const value = expression === null ? null : evaluateExpression(expression, { reading: USUAL_READING });
  return value === null ? null : 'exact' in value ? toFractionText(value.exact) : value.value;
}

describe('parseExpression and evaluateExpression', () => {
  it.each([
    ['50 + 44 + 41', '135'], ['264 ÷ 6', '44'], ['1 - 2 - 3', '-4'], ['24/4/2', '3'], ['2^3^2', '512'], ['-2^2', '-4'], ['(-2)^2', '4'], ['4*1*-1', '-4'],
    ['2\\cdot 3^2', '18'], ['\\frac12+\\dfrac{3}{4}', '5/4'], ['2\\frac{1}{2}', '5/2'], ['2 1/2', '5/2'], ['\\left(-\\frac58\\right)^2', '25/64'],
    ['\\sqrt{16}', '4'], ['\\sqrt[3]{8}', '2'], ['\\sqrt{\\frac{9}{4}}', '3/2'], ['8^{1/3}', '2'], ['|3 - 5|', '2'], ['5!', '120'], ['5!/(3!2!)', '10'], ['\\binom{5}{2}', '10'],
    ['25\\%', '1/4'], ['25% of 80', '20'], ['10 divided by 4', '5/2'], ['2(3 + 4)', '14'], ['(2)(3)', '6'], ['2²+3²', '13'], ['10⁻²', '1/100'], ['2**3', '8'], ['28x2', '56'],
    ['$5 + $3', '8'], ['\\$5.50 \\times 2', '11'], ['5 cm + 3 cm', '8'], ['3\\text{ m} \\times 2\\text{ m}', '6'], ['1,234 + 1', '1235'], ['0.\\overline{3}', '1/3'], ['58_9 - 18_9', '36'], ['{1 + 1}', '2'],
  ])('%s is exactly %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it.each([
    ['\\sqrt{2}', Math.SQRT2], ['2\\pi', 2 * Math.PI], ['\\sin 45^\\circ', Math.SQRT1_2], ['sin(30°)', 0.5], ['\\cos^2 60^\\circ', 0.25], ['\\tan 45^{\\circ}', 1], ['\\sin\\frac{\\pi}{6}', 0.5], ['\\ln 2', Math.LN2], ['\\log 1000', 3],
  ])('%s is about %d', (text, expected) => {
    expect(evaluate(text)).toBeCloseTo(expected, 12);
  });

  it.each(['', '1 +', '+', '5 6', '(1, 2)', '1 + \\dots + 9', 'x + 1', 'f(3)', '\\sum 3', '3 mod 2', '12_1', '58_5', '\\pm 3', '((1)', '1/0', '0^0', '\\sqrt{-1}', '\\tan 90^\\circ', '[1, 2)', '{{}}', '3:4'])(
    '%s has no value', (text) => {
      expect(evaluate(text)).toBeNull();
    });

  it('agrees with an independent evaluation of random formulas in plain notation and in LaTeX', () => {
    fc.assert(fc.property(tree, (node) => {
      const value = valueOf(node);
      for (const text of [toPlain(node), toLatex(node), `$${toLatex(node)}$`]) {
        const read = evaluate(text);
        if (value === null) expect(read).toBeNull();
        else {
          const [num, den = '1'] = String(read).split('/');
          expect(BigInt(num ?? '') * value[1]).toBe(value[0] * BigInt(den));
        }
      }
    }), { numRuns: 300 });
  });

  it('keeps the true value within the error it states', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 2, max: 500 }), (a, b) => {
      const expression = parseExpression(`\\sqrt{${a}} \\cdot \\sqrt{${b}} - \\sqrt{${a * b}}`);
      const value = expression === null ? null : evaluateExpression(expression, { reading: USUAL_READING });
      if (value === null) throw new Error('no value');
      if ('exact' in value) expect(value.exact.num).toBe(0n);
      else expect(Math.abs(value.value)).toBeLessThanOrEqual(value.error);
    }));
  });

  it.each([
    '{'.repeat(1e6), '('.repeat(1e6), '\\frac'.repeat(2e5), '9^9^9^9', '1'.repeat(1e6), '9^'.repeat(5e5), '-'.repeat(1e6), '|'.repeat(1e6), '9!!!!!!!', '400!^400', '('.repeat(7900), '-'.repeat(7900),
    `${'9'.repeat(1200)}^9999`, '\\sqrt{'.repeat(1000), '2^4096^4096', '(1/3)^{2000}*(1/7)^{1000}+(5/11)^{1000}', '\\left('.repeat(1e5), '$'.repeat(1e6), '1+'.repeat(199) + '1',
  ])('is bounded for hostile input %#', (text) => {
    const start = process.cpuUsage().user;
    evaluate(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(250);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('\\frac', '{', '}', '(', ')', '^', '2', '3.5', '\\sqrt', '|', '!', '%', '_', '\\text{cm}', '°', 'x', '-', '\\pi', '²', '\\begin{align}', '$'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      evaluate(pieces.join(''));
    }), { numRuns: 1000 });
  });
});
