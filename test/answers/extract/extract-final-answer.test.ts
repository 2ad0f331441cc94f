import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFinalAnswer, findStatedAnswer } from '../../../src/answers/extract/extract-final-answer.js';

describe('extractFinalAnswer', () => {
  it.each([
    ['First \\boxed{1}, so \\boxed{\\frac{1}{2}}.', '\\frac{1}{2}'], ['\\boxed{x^{2}} and then \\boxed{{unclosed', 'x^{2}'], ['The answer is 5. Because it is.', '5'], ['**Answer: B**', 'B'], ['Therefore the answer is (C) 12 cm.', '(C) 12 cm'],
    ['Final Answer: \\(5\\)', '5'], ['the correct option is D', 'D'], ['The answer is $3.50.', '$3.50'], ['a\nb\n\n', 'b'], ['# Answer\n13/18', '13/18'],
  ])('takes %j', (text, expected) => {
    expect(extractFinalAnswer(text)).toBe(expected);
  });

  it.each([
    ['I think <answer>B</answer> is it', 'B'], ['<answer> $5$', '5'], ['<final_answer>\n7\n</final_answer>', '7'], ['so\n#### 42', '42'], ['{"reasoning": [], "finalanswer": "\\frac{1}{2}"}', '\\frac{1}{2}'], ['{"final_answer": "a \\"b\\""}', 'a "b"'],
    ['<think>the answer is 3</think>The answer is 4.', '4'], ['<think>the answer is 3</think>', '3</think>'], ['因此，答案是 5。', '5'], ['答案：B', 'B'], ['综上，故选C。', 'C'], ['The answer is:\n\n12', '12'], ['答案为 $\\frac{1}{2}$。', '\\frac{1}{2}'],
  ])('takes the mark-up or announcement of %j', (text, expected) => {
    expect(extractFinalAnswer(text)).toBe(expected);
  });

  it.each([
    ['Chad spent $5.25 on cookie dough.', '$5.25'], ['8 + 2 = 10', '10'], ['She needs $3 + $4 = $7 to buy both of the two hats.', '$7'], ['The rate between 2009 and 2010 was 4 kg/year.', '4 kg/year'], ['4 pairs would cost him $66.60', '$66.60'], ['The statement is true.', 'true'],
    ['The class begins at 10:15 A.M.', '10:15 A.M'], ['So it must be (C) because of the angle', 'C'], ['Thus option D holds here', 'D'], ['There are 3 boys and 4 girls', 'There are 3 boys and 4 girls'], ["It's impossible to tell from 4 figures", "It's impossible to tell from 4 figures"], ['swing dance class', 'swing dance class'],
  ])('concludes from the last line %j', (text, expected) => {
    expect(extractFinalAnswer(`Some steps.\n${text}`)).toBe(expected);
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
