import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitSteps } from '../../src/datasets/split-steps.js';
import { judgeStepsByArithmetic } from '../../src/verifiers/builtin/arithmetic/judge-steps-by-arithmetic.js';

const root = process.env['PRM_DATA_DIR'];
const records = <T>(file: string): T[] => readFileSync(path.join(root ?? '', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);

/** How many steps there are, were checked, and were called wrong. */
function count(solutions: readonly { question: string; steps: readonly string[]; finalAnswer?: string }[]): { steps: number; checked: number; wrong: number } {
  const judgments = solutions.flatMap(({ question, steps, finalAnswer }) =>
    judgeStepsByArithmetic({ steps: steps.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared', ...(finalAnswer === undefined ? {} : { finalAnswer }) }, { question }));
  const scored = judgments.flatMap((judgment) => (judgment.status === 'scored' ? [judgment.findings] : []));
  return { steps: judgments.length, checked: scored.length, wrong: scored.filter((findings) => findings.some(({ correct }) => !correct)).length };
}

describe.skipIf(!root)('arithmetic on real solutions (needs PRM_DATA_DIR)', () => {
  it('calls at most 1 % of the steps of the distinct original PRMBench solutions wrong', () => {
    const rows = records<{ original_question: string; original_process: string[] }>('prmbench/subset400.jsonl');
    const distinct = [...new Map(rows.map((row) => [JSON.stringify(row.original_process), row])).values()];
    const { steps, checked, wrong } = count(distinct.map((row) => ({ question: row.original_question, steps: row.original_process })));
    expect(distinct).toHaveLength(283);
    expect(checked).toBeGreaterThan(400);
    expect(wrong / steps).toBeLessThanOrEqual(0.01);
    expect(wrong / checked).toBeLessThanOrEqual(0.02);
  });

  it('calls no step of a true tabmwp solution wrong', () => {
    const rows = records<{ question: string; solution: string; answer: string }>('tabmwp/problems.jsonl');
    const { checked, wrong } = count(rows.map(({ question, solution, answer }) => ({ question, steps: splitSteps(solution).map(({ text }) => text), finalAnswer: answer })));
    expect(checked).toBeGreaterThan(40);
    expect(wrong).toBe(0);
  });
});
