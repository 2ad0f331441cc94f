import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSteps } from '../../src/datasets/split-steps.js';

const texts = (text: string): string[] => splitSteps(text).map((step) => step.text);

describe('splitSteps', () => {
  it.each<[string, string, string[]]>([
    ['step headings', 'We look.\n\nStep 1: Add.\n2 + 2 = 4\n\nmore\n**Step 2:** Stop.', ['We look.', 'Step 1: Add.\n2 + 2 = 4\n\nmore', '**Step 2:** Stop.']],
    ['step headings in one line', 'Step 1: add 1.5 and 2. Step 2: multiply.', ['Step 1: add 1.5 and 2.', 'Step 2: multiply.']],
    ['a conclusion after step headings', 'Step 1: Add.\n\nStep 2: Stop.\n\nHere too.\n\n**Final answer:** 5.\n\nIndeed.', ['Step 1: Add.', 'Step 2: Stop.\n\nHere too.', '**Final answer:** 5.\n\nIndeed.']],
    ['Markdown step headings', '### Step 1\nAdd.\n\n### Step 2\nStop.', ['### Step 1\nAdd.', '### Step 2\nStop.']],
    ['a numbered list', 'First:\n1. One.\n   - sub a\n   - sub b\n2. Two.\n\n   still two\n\nSo 3.', ['First:', '1. One.\n   - sub a\n   - sub b', '2. Two.\n\n   still two', 'So 3.']],
    ['a bullet list', '- 2 red\n- 3 blue\n\nTotal 5.', ['- 2 red', '- 3 blue', 'Total 5.']],
    ['paragraphs', 'We have 3 apples. We eat 1.\n\nSo 2 are left.', ['We have 3 apples. We eat 1.', 'So 2 are left.']],
    ['headings with their text', '# Idea\n\nUse areas.\n\n**Result**\n\nIt is 5.', ['# Idea\n\nUse areas.', '**Result**\n\nIt is 5.']],
    ['announced formulas', 'We add:\n\n2 + 3 = 5\n\nDone.', ['We add:\n\n2 + 3 = 5', 'Done.']],
    ['displayed formulas', 'So\n\n\\[ a = b.\n\n c \\]\n\nDone.', ['So\n\n\\[ a = b.\n\n c \\]', 'Done.']],
    ['lines', 'Rate of change\n = 4 / 2\n = 2\nIt is linear.', ['Rate of change\n = 4 / 2\n = 2', 'It is linear.']],
    ['sentences', 'AB is 3.5 cm, e.g. 35 mm. See Fig. 3. At 10:15 A.M. it ends. Is it 4? It is.', ['AB is 3.5 cm, e.g. 35 mm.', 'See Fig. 3.', 'At 10:15 A.M. it ends.', 'Is it 4?', 'It is.']],
    ['points at the end of a sentence', 'The line goes through B. Then J. Smith cuts it.', ['The line goes through B.', 'Then J. Smith cuts it.']],
    ['formulas in sentences', 'Let $x = 1. Y = 2$ hold. Then \\(a. B\\) too.', ['Let $x = 1. Y = 2$ hold.', 'Then \\(a. B\\) too.']],
    ['prices, which are not formulas', 'It costs $5. She pays $6. He has $7.', ['It costs $5.', 'She pays $6.', 'He has $7.']],
    ['code and tables', 'See:\n\n```\na = 1\n\nb = 2\n```\n\nDay | Sum\nMon | 3\nTue | 4\n\nDone.', ['See:\n\n```\na = 1\n\nb = 2\n```', 'Day | Sum\nMon | 3\nTue | 4', 'Done.']],
    ['a one-line answer', 'The answer is \\boxed{12}.', ['The answer is \\boxed{12}.']],
    ['right-to-left text', 'יש 3 תפוחים.\n\nהתשובה היא 3.', ['יש 3 תפוחים.', 'התשובה היא 3.']],
    ['blank text', ' \n\t\n ', []],
  ])('cuts %s', (_name, text, steps) => {
    expect(texts(text)).toEqual(steps);
  });

  it('cuts a long paragraph into sentences and leaves short ones', () => {
    const long = Array.from({ length: 30 }, (_, i) => `The value of item number ${i} is small.`);
    expect(texts(`One. Two.\n\n${long.join(' ')}\n\nEnd.`)).toEqual(['One. Two.', ...long, 'End.']);
  });

  const piece = fc.oneof(
    fc.constantFrom('\n', '\n\n', ' ', '. ', ': ', 'Step 1: ', '\nStep 2: ', '1. ', '\n2. ', '\n- ', '# ', '$', '$$', '\\[', '\\]', '\\begin{a}', '\\end{a}', '```', '|', '\\', '\r\n', '{{x}}', '\u202e', '\0'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

  it('places every step exactly, in order, and covers all that is not blank', () => {
    fc.assert(fc.property(anyText, (text) => {
      let end = 0;
      for (const step of splitSteps(text)) {
        expect(text.slice(step.charStart, step.charEnd)).toBe(step.text);
        expect(step.text.trim()).toBe(step.text);
        expect(step.text).not.toBe('');
        expect(step.charStart).toBeGreaterThanOrEqual(end);
        expect(text.slice(end, step.charStart).trim()).toBe('');
        end = step.charEnd;
      }
      expect(text.slice(end).trim()).toBe('');
    }), { numRuns: 1000 });
  });

  const inner = fc.stringMatching(/^[a-z]([a-z .?!=\d]|\. [A-Z]){0,20}[a-z]$/);
  const word = fc.constantFrom('So', 'The sum', 'now', 'it is 3.', 'Then', 'Done.', '\n', '\n\n', '\n1. a', '\n2. b');
  it.each(['$@$', '$$@$$', '\\(@\\)', '\\[@\\]', '\\begin{align}@\\end{align}'])('never cuts inside %s', (frame) => {
    fc.assert(fc.property(fc.array(fc.tuple(word, inner), { minLength: 1, maxLength: 8 }), (parts) => {
      const formulas = parts.map(([, body]) => frame.replace('@', () => body));
      const text = parts.map(([before], i) => `${before} ${formulas[i]} `).join('');
      const steps = texts(text);
      for (const formula of formulas) expect(steps.some((step) => step.includes(formula))).toBe(true);
    }), { numRuns: 300 });
  });

  it('never cuts inside a decimal number', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('We get ', 'So. The ', 'A\n', '1. '), fc.double({ min: 0.001, max: 999, noNaN: true }).map((x) => x.toFixed(3))), { minLength: 1, maxLength: 6 }), (parts) => {
      const steps = texts(parts.map(([before, number]) => `${before}${number}. `).join(''));
      for (const [, number] of parts) expect(steps.some((step) => step.includes(number))).toBe(true);
    }));
  });

  it.each(['$', '$$ ', '$a ', '\\[', '\\begin{a}', '\\begin{a}\\[', 'Step 1: ', '1. a\n', '- a\n', 'a. ', 'A. ', '#', '* ', ' ', '\n', 'a:\n\n', '|a|\n', '```\n', '\\', '$ a=', '**', '.', '\n\n ', 'Step 1: a\n\nStep 2: ', '\n \n#### '])('takes linear time on a megabyte of %j', (unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const start = process.cpuUsage();
      splitSteps(text);
      return process.cpuUsage(start).user / 1000;
    };
    time(50_000);
    // Quadratic time would take hundreds of times longer than this.
    expect(time(1_000_000)).toBeLessThan(5000);
  });
});
