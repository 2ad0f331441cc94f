import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../src/answers/compare-answers.js';
import { extractFinalAnswer } from '../../src/answers/extract/extract-final-answer.js';

const root = process.env['PRM_DATA_DIR'];
const records = <T>(file: string): T[] => readFileSync(path.join(root ?? '', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);

interface Judged { readonly gold: string; readonly answer: string; readonly flag: boolean; readonly choices: readonly string[] | undefined }

/** How often a verdict of ours accepts or rejects against the flag. */
function count(judged: readonly Judged[]): { n: number; accepted: number; rejected: number } {
  const outcomes = judged.map(({ gold, answer, flag, choices }) => ({ flag, equal: compareAnswers(gold, answer, { choices }).equal === true }));
  return { n: outcomes.length, accepted: outcomes.filter(({ equal, flag }) => equal && !flag).length, rejected: outcomes.filter(({ equal, flag }) => !equal && flag).length };
}

describe.skipIf(!root)("the publishers' flags (needs PRM_DATA_DIR; reasons: bench answers/mathv-flags, answers/tabmwp-flags)", () => {
  it('agree on the extracted and the raw answers of MATH-V', () => {
    const rows = records<{ answer: string; options: string[]; outputs: Record<string, { model: string; response: string; model_answer: string; correct: boolean }> }>('mathv/problems.jsonl')
      .flatMap(({ answer, options, outputs }) => Object.values(outputs).filter(({ model }) => model !== 'random').map((run) => ({ gold: answer, choices: options, flag: run.correct, run })));
    const extracted = count(rows.map((row) => ({ ...row, answer: row.run.model_answer })));
    const raw = count(rows.map((row) => ({ ...row, answer: extractFinalAnswer(row.run.response) ?? '' })));
    expect(extracted.n).toBe(2670);
    expect(extracted.rejected).toBeLessThanOrEqual(3);
    expect(extracted.accepted / extracted.n).toBeLessThanOrEqual(0.01);
    expect(raw.rejected).toBe(0);
    expect(raw.accepted / raw.n).toBeLessThanOrEqual(0.02);
  });

  it('agree on every extracted answer of TabMWP, and on the raw ones but for a few', () => {
    const rows = records<{ answer: string; choices: string[] | null; outputs: Record<string, { output: string; prediction: string; true_false: boolean }> }>('tabmwp/problems.jsonl')
      .flatMap(({ answer, choices, outputs }) => Object.values(outputs).map((run) => ({ gold: answer, choices: choices ?? undefined, flag: run.true_false, run })));
    expect(count(rows.map((row) => ({ ...row, answer: row.run.prediction })))).toEqual({ n: 1190, accepted: 0, rejected: 0 });
    const raw = count(rows.map((row) => ({ ...row, answer: extractFinalAnswer(row.run.output.replaceAll('\\n', '\n')) ?? '' })));
    expect((raw.accepted + raw.rejected) / raw.n).toBeLessThanOrEqual(0.015);
  });
});
