import { describe, expect, it } from 'vitest';
import { toScoreRecord } from '../../src/metrics/index.js';
import { scoreRecordSchema, type ScoredProblem } from '../../src/schema/index.js';
import { makeScoredProblem } from '../helpers/scored-problem.js';

async function withAnswers(answer: string | undefined, finals: (string | undefined)[]): Promise<ScoredProblem> {
  const scored = await makeScoredProblem();
  const { answer: _answer, choices: _choices, ...problem } = scored.problem;
  const [first] = scored.candidates;
  return {
    ...scored,
    problem: { ...problem, ...(answer === undefined ? {} : { answer }) },
    candidates: finals.map((finalAnswer, index) => {
      const { correct: _correct, ...candidate } = first as NonNullable<typeof first>;
      const { finalAnswer: _final, ...solution } = candidate.solution;
      return { ...candidate, index, solution: { ...solution, ...(finalAnswer === undefined ? {} : { finalAnswer }) } };
    }),
  };
}

describe('toScoreRecord', () => {
  it('keeps measurements and stored correctness, and is a valid record', async () => {
    const record = toScoreRecord(await makeScoredProblem());
    expect(scoreRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(record.candidates.map(({ correct, judgedBy, answer, policy }) => [correct, judgedBy, answer, policy])).toEqual([[true, 'stored', 0, 'policy-a'], [false, 'stored', 1, undefined]]);
    expect(record.candidates[1]?.claims).toEqual([{ steps: [0], verdict: [0, 1, 0, 'high'] }]);
    expect(record.labels).toEqual({ image: 'prices.png' });
  });

  it('compares answers where nothing is stored, and says how it knows', async () => {
    const { candidates } = toScoreRecord(await withAnswers('14', ['14.0', '15', undefined, 'a blue house']));
    expect(candidates.map(({ correct, judgedBy, answer }) => [correct, judgedBy, answer])).toEqual([
      [true, 'answer', 0], [false, 'answer', 1], [false, 'no-answer', null], [false, expect.stringMatching(/answer|undecided/), 2],
    ]);
  });

  it('compares with the answer that a reference marks', async () => {
    const { candidates } = toScoreRecord(await withAnswers('7 + 7 = 14\n#### 14', ['14', '7']));
    expect(candidates.map(({ correct }) => correct)).toEqual([true, false]);
  });

  it('lets an outside checker decide what is right, and what is one answer', async () => {
    const scored = await withAnswers('14', ['14', 'fourteen', '14.0', 'XIV', '9', 'unasked']);
    const { candidates } = toScoreRecord(scored, new Map<string, boolean | null | 'failed'>([['14', true], ['fourteen', true], ['14.0', false], ['XIV', null], ['9', false]]));
    expect(candidates.map(({ correct, judgedBy, answer }) => [correct, judgedBy, answer])).toEqual([
      [true, 'checker', 0], [true, 'checker', 0], [false, 'checker', 1], [false, 'undecided', 2], [false, 'checker', 3], [false, expect.stringMatching(/answer|undecided/), 4],
    ]);
    const failed = toScoreRecord(scored, new Map([['14', 'failed' as const]]));
    expect(failed.candidates[0]).toMatchObject({ correct: null, judgedBy: 'not-compared' });
    expect(toScoreRecord(await makeScoredProblem(), new Map([['$14', false]])).candidates[0]).toMatchObject({ correct: true, judgedBy: 'stored' });
  });

  it('takes options that the question lists itself', async () => {
    const scored = await withAnswers('B', ['80', 'A', 'B']);
    const record = toScoreRecord({ ...scored, problem: { ...scored.problem, question: 'How many?\nA. 70\nB. 80\nC. 90' } });
    expect(record.candidates.map(({ correct, answer }) => [correct, answer])).toEqual([[true, 0], [false, 1], [true, 0]]);
  });

  it('knows nothing without a usable reference answer', async () => {
    for (const gold of [undefined, '  ']) {
      const { candidates } = toScoreRecord(await withAnswers(gold, ['14']));
      expect(candidates.map(({ correct, judgedBy }) => [correct, judgedBy])).toEqual([[null, 'no-gold']]);
    }
  });

  it('gives problems with the same question and images the same cluster', async () => {
    const scored = await makeScoredProblem();
    const other = { ...scored, problem: { ...scored.problem, id: 'other', answer: '3' } };
    const elsewhere = { ...scored, problem: { ...scored.problem, images: ['more.png'] } };
    expect(toScoreRecord(other).cluster).toBe(toScoreRecord(scored).cluster);
    expect(toScoreRecord(elsewhere).cluster).not.toBe(toScoreRecord(scored).cluster);
  });
});
