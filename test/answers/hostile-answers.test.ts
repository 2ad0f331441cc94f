import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../src/answers/compare-answers.js';
import { extractFinalAnswer } from '../../src/answers/extract/extract-final-answer.js';
import { hostileAnswers } from './hostile-answers.js';

const verdicts = [true, false, null];

describe.each(Object.entries(hostileAnswers))('hostile answers: %s', (_, answer) => {
  it('ends with a verdict, the same from both sides', () => {
    const { equal } = compareAnswers(answer, `${answer} 1`);
    expect(verdicts).toContain(equal);
    expect(compareAnswers(`${answer} 1`, answer).equal).toBe(equal);
    expect(verdicts).toContain(compareAnswers(answer, '5').equal);
    expect(compareAnswers(answer, answer).equal).toBe(true);
  });

  it('ends as an option, in a question and in a response', () => {
    expect(verdicts).toContain(compareAnswers(answer, answer.slice(0, 150), { choices: [answer, answer.slice(0, 150), '5'] }).equal);
    expect(verdicts).toContain(compareAnswers('A', answer, { question: `(A) ${answer} (B) 5` }).equal);
    expect(typeof extractFinalAnswer(`so \\boxed{${answer}`)).not.toBe('undefined');
  });
});
