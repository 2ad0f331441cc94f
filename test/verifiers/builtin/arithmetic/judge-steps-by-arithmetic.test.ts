import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepFinding, StepJudgment } from '../../../../src/schema/index.js';
import { stepJudgmentSchema } from '../../../../src/schema/index.js';
import { judgeStepsByArithmetic } from '../../../../src/verifiers/builtin/arithmetic/judge-steps-by-arithmetic.js';
import { toLatex, toPlain, tree, valueOf } from '../../../maths/expressions.js';

interface Around { question?: string; finalAnswer?: string; choices?: string[] }

function judge(steps: readonly string[], { question = '', finalAnswer, choices }: Around = {}): StepJudgment[] {
  const solution = { steps: steps.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' as const, ...(finalAnswer === undefined ? {} : { finalAnswer }) };
  return judgeStepsByArithmetic(solution, { question, ...(choices === undefined ? {} : { choices }) });
}

const findingsOf = (judgment: StepJudgment | undefined): StepFinding[] => (judgment?.status === 'scored' ? judgment.findings : []);
/** '+' for a step found right, '-' for one found wrong, '0' without evidence. */
const verdicts = (steps: readonly string[], around?: Around): string =>
  judge(steps, around).map((judgment) => (judgment.status !== 'scored' ? '0' : findingsOf(judgment).every(({ correct }) => correct) ? '+' : '-')).join('');

describe('judgeStepsByArithmetic', () => {
  it.each([
    '50 + 44 + 41 + 45 + 44 + 40 = 264', '50 - 10% = 45', '3√2 × √2 = 6', 'V = 4/3 π (3)³ = 36π ≈ 113.1', '7 - 3 = 4 + 2 = 6', '264 ÷ 6 = 44', '$\\frac{1}{2} \\times 3 \\times 3 = 4.5 \\mathrm{~cm}^{2}$', '\\begin{align*} a &= 3 + 4 \\\\ &= 7 \\end{align*}',
    '2/3 = 0.67', '2/3 = 0.66', '1/3 = 0.333...', '\\sqrt{10} \\approx 3.16', '987 + 1 ≈ 1000', '25% of 80 = 20', '\\frac{6}{24} \\times 100 = 25\\%', '$5 + $3 = $8', '5 apples + 3 apples = 8 apples',
    '7.8 minutes = 468 seconds', '5 km = 5000 m', '2 \\text{ m}^2 = 20000 \\text{ cm}^2', '45° = π/4', '3.14 * 25 = 78.5', 'π * 2^2 = 12.56', '6÷2(1+2) = 9', '6÷2(1+2) = 1', '−2^2 = 4', '5 x 3 = 15',
    '- 5 + 3 = 8', '1. 5 + 3 = 8', '**12 − 5 = 7**', '14/2 is 7', '58_9 - 18_9 = 40_9', '1/2 < 0.6', '17 = 2 (mod 5)', '17\\cdot 44\\equiv 748\\equiv 1\\pmod{83}', '27 mod 5 = 2', '5 + 5 = 10!', 'sin 30 = 1/2 and 2 \\cdot 3 \\le 6',
  ])('finds nothing wrong in %s', (text) => {
    expect(verdicts([text])).toBe('+');
  });

  it('confirms identities, and takes an equation to be solved for no mistake', () => {
    expect(verdicts(['$(x+1)^2 = x^2 + 2x + 1$', 'So $3(a - b) = 3a - 3b$.', '$x^2 = x + 2$', '$(x+1)^2 = x^2 + 2x + 2$', 'x = x'])).toBe('++000');
  });

  it.each([
    '50 + 44 = 95', 'If $r = 7$, then we get $41 \\cdot 7 = 281$.', 'We have 7*2!=19 ways. Do you see why?', 'Use 17 * 5 = 87 to find x', 'So $650 * 90 = 585000$.', '2/3 = 0.65', '\\sqrt{10} \\approx 3.6', '25% of 80 = 25', '1 yd = 4 ft', '\\sqrt{9 + 16} = 6', '4 < 3 + 1', 'So, 7 + 5 = 13, and we go on', 'S = 2(3) + 4 = 11', '$5 + $3 = $9',
    '\\[ x = 3 + 4 \\\\ = 8 \\]', '36 - 27 - 4.5 - 4.5 - 4.5 = 9 \\mathrm{~cm}^{2}', '58_9 - 18_9 = 41_9', '(14-1)*7 is 92', '17 \\equiv 3 \\pmod{5}', '27 mod 5 = 3', '5! = 100',
  ])('finds %s wrong', (text) => {
    expect(verdicts([text])).toBe('-');
  });

  it.each([
    'f(3) = 5', 'The point (1, 2) = (3, 4)', '[1, 5] = [2, 3]', 'x = 3 mod 5', '5 mod 3 + 1 = 3', '17 \\equiv 3', 'n = 3k', '17/5 = 3 remainder 3', '3:4 = 6:8', '10:15 + 30 = 10:45', '1 + 2 + \\dots + 9 = 45',
    'If 2 + 2 = 5, then anything goes', 'If so, we would need 2 + 2 = 5', 'If x = 2, we get 2 + 2 = 5, a contradiction', 'We get 2 + 2 = 5, which is false.', 'Is 3 + 4 = 8?', 'half of 10 + 2 = 7', 'Let the total be 5', 'x^2 - 5x + 6 = 0', '7/2 = 3', '3 ± 2 = 5', '5 choose 2 = 20/2', '',
    'We have 6 sides = 6 × 2', '2 lengths + 2 widths = 16', '10 am + 5 hours = 3 pm', '2 more than 3 x 4 = 14', 'log2(1024) = 10', '8 + 8 = 2 to the 4th', '1/2 hour = 30 min', 'Scale: 1 cm = 5 km', '1 cm = 5 km', '1 m 20 cm = 120 cm', 'Day 1 + Day 2 = 5', '5C2 = 11', 'i = i + 1',
    'a_1 = 5', 'P(A) = 1/6', '\\sum_{i=1}^{3} i = 6', '1 inch = 2.5 in', '100101 = 37', '240 \\text{ km} / 2 \\text{ h} = 60 \\text{ mi/h}',
  ])('leaves %s alone', (text) => {
    expect(verdicts([text])).toBe('0');
  });

  it('does not hold other notations against a step', () => {
    expect(verdicts(['8 + 7 = 16'], { question: 'Add in base 9.' })).toBe('0');
    expect(verdicts(['8 + 7 = 3'], { question: 'Work modulo 12.' })).toBe('0');
    expect(verdicts(['2 + 2 = 5', 'This is impossible.'])).toBe('00');
    expect(verdicts(['3 + 6 = 21'], { question: 'If 1 + 4 = 5 and 2 + 5 = 12, what is 3 + 6?' })).toBe('0');
  });

  it('carries values along, and notices a use that disagrees', () => {
    expect(verdicts(['x = 5', 'So 2x = 11'])).toBe('0-');
    expect(verdicts(['2p = 0.58', 'So p = 0.58.'])).toBe('0-');
    expect(verdicts(['$AB = 10$ and $BC = 5$.', 'So $AB + BC = 16$.'])).toBe('0-');
    expect(verdicts(['So x = 5.', 'Since x = 6, we are done.'])).toBe('0-');
    expect(verdicts(['x = 5', 'So 2x = 10'])).toBe('00');
    expect(verdicts(['x = 0.67', 'So 3x = 2'])).toBe('00');
  });

  it.each([
    [['If x = 1, then y = 2x.', 'If x = 2, then 2x = 4.']], [['x = 1 or x = 2', '3x = 6']], [['x = 1, 2', '3x = 6']], [['x = 5', 'Now x = 6', '2x = 12']], [['So x = 5.', 'Hence x = 6.', 'Since x = 6, stop.']], [['x + y = 5', 'We read x = 1 and y = 2 in the chart']], [['Try x = 5.', '2x = 12']], [['x = \\pm 3', '2x = 6', 'x = 3']], [['Let f(x) = 2x', 'x = 3', 'f(x) = 8']],
  ])('takes cases, trials and new scopes for no mistake: %j', (steps) => {
    expect(verdicts(steps)).not.toContain('-');
  });

  it('holds the last step against the final answer', () => {
    expect(verdicts(['The mean is 44.'], { finalAnswer: '45' })).toBe('-');
    expect(verdicts(['The mean is 44.'], { finalAnswer: '44.0' })).toBe('0');
    expect(verdicts(['The answer is (B).'], { finalAnswer: 'C' })).toBe('-');
    expect(verdicts(['The answer is (B).'], { finalAnswer: '12 cm', choices: ['10 cm', '12 cm'] })).toBe('0');
    expect(verdicts(['The answer is \\boxed{\\frac{3}{4}}.'], { finalAnswer: '0.75' })).toBe('0');
    expect(verdicts(['The mean is 44.', 'So we are done.'], { finalAnswer: '45' })).toBe('00');
  });

  it('never calls a rendered true equation wrong, in any notation, and finds one changed digit', () => {
    fc.assert(fc.property(tree, fc.constantFrom(toPlain, (node: Parameters<typeof toLatex>[0]) => `$${toLatex(node)}$`), fc.bigInt(1n, 8n), (node, print, change) => {
      const value = valueOf(node);
      fc.pre(value !== null && node.kind !== 'number' && node.kind !== 'negate');
      const [num, den] = value ?? [0n, 1n];
      const scaled = num * 10n ** 4n;
      fc.pre(scaled % den === 0n && num % den === 0n);
      const result = num / den;
      const sentence = (answer: bigint): string => `So we get ${print(node)} = ${answer}.`;
      expect(verdicts([sentence(result)])).toBe('+');
      const lastDigit = (result < 0n ? -result : result) % 10n;
      const changed = result < 0n ? result + lastDigit - ((lastDigit + change) % 10n) : result - lastDigit + ((lastDigit + change) % 10n);
      fc.pre(changed !== result && !/\.\d{3}/.test(print(node)));
      expect(verdicts([sentence(changed)])).toBe('-');
    }), { numRuns: 400 });
  });

  it('points at the statement it quotes', () => {
    const text = 'First, $3 + 4 = 7$. Then 650 * 90 = 585000 plates.';
    const places = findingsOf(judge([text])[0]).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['3 + 4 = 7', '650 * 90 = 585000']);
  });

  it('gives valid judgments with places inside the step for any text, and never throws', () => {
    const piece = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('1 + 1', ' = ', '3', 'x', ' is ', '(', ')', '{', '}', '\\frac{1}{2}', '$', '\n', ', ', ' and ', '≈', '<', '\\\\', '&', '|', '%', '²', '!', ' apples ', '\\boxed{', '-'));
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 20 }), { maxLength: 3 }), fc.string(), (steps, finalAnswer) => {
      const texts = steps.map((pieces) => pieces.join(''));
      const judgments = judge(texts, { finalAnswer });
      expect(judgments).toHaveLength(texts.length);
      for (const [i, judgment] of judgments.entries()) {
        stepJudgmentSchema.parse(judgment);
        for (const { start, end } of findingsOf(judgment)) {
          if (start !== undefined && end !== undefined) expect(start < end && end <= (texts[i]?.length ?? 0)).toBe(true);
        }
      }
    }), { numRuns: 500 });
  });

  it.each(['{', '(', '1', '9^', '1 = ', '1+', '$', '\\frac', '= ', 'x = 1\n', '1 + 1 = 2. ', '|', '\\begin{align}', ' ', 'a '])('stays bounded on a megabyte of %j', (piece) => {
    const start = process.cpuUsage().user;
    judge([piece.repeat(Math.ceil(1e6 / piece.length))], { finalAnswer: '1' });
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000);
  });
});
