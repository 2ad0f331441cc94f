import { describe, expect, it } from 'vitest';
import { findStepBenchmark } from '../../src/experiments/step-benchmarks.js';
import { StepCollector } from '../../src/experiments/step-collector.js';
import type { ScoredProblem, StepReward } from '../../src/schema/index.js';
import { makeScoredProblem } from '../helpers/scored-problem.js';

const reward = (more: Partial<StepReward>): StepReward => ({ index: 0, judgment: { status: 'scored', probability: 0.9, source: 'builtin', findings: [] }, raw: 0.8, gated: 0.8, isVisual: false, reliability: null, gateFailure: null, verdicts: [], ...more });

async function collect(change: (problem: ScoredProblem) => void, name: 'visualprocessbench' | 'prmbench' = 'visualprocessbench'): Promise<StepCollector> {
  const scored = structuredClone(await makeScoredProblem());
  change(scored);
  const collected = new StepCollector(findStepBenchmark(name));
  collected.add(scored);
  return collected;
}

describe('StepCollector', () => {
  it('takes each labelled step with both readings', async () => {
    const { steps, notes } = await collect(() => undefined);
    expect(steps.map(({ label, index, steps: count }) => [label, index, count])).toEqual([[1, 0, 2], [1, 1, 2], [-1, 0, 2], [1, 1, 2]]);
    expect(new Set(steps.map(({ cluster }) => cluster)).size).toBe(1);
    expect(new Set(steps.map(({ solution }) => solution)).size).toBe(2);
    expect(steps[2]?.gated).toBeLessThan(steps[2]?.raw as number);
    expect(notes).toMatchObject({ problems: 1, withoutLabels: 0, unknownSources: { table: 1 }, verifiers: ['fake/1'], gates: ['premise'] });
  });

  it('keeps apart what had nothing to check and what could not be measured', async () => {
    const { steps } = await collect(({ candidates }) => {
      const verification = candidates[0]?.verification;
      if (verification) verification.steps = [reward({ judgment: { status: 'no-evidence' }, raw: null, gated: null }), reward({ gated: null, gateFailure: 'the audit failed' })];
      const other = candidates[1]?.verification;
      if (other) other.steps = [reward({ judgment: { status: 'unscored', reason: 'no answer' }, raw: null, gated: null })];
    });
    expect(steps.map(({ raw, gated }) => [raw, gated])).toEqual([['no-evidence', 'no-evidence'], [0.9, 'unscored'], ['unscored', 'unscored'], ['unscored', 'unscored']]);
  });

  it('counts what is left out or doubtful', async () => {
    const { steps, notes } = await collect((scored) => {
      const [first, second] = scored.candidates;
      delete first?.stepLabels;
      if (second) Object.assign(second, { stepLabels: [], solution: { ...second.solution, steps: [] } });
      scored.problem.question = 'In <image1> and <image3>, what?';
      scored.description = null;
      delete scored.problem.source;
    });
    expect([steps, notes]).toEqual([[], expect.objectContaining({ withoutLabels: 1, withoutSteps: 1, undescribed: 1, citingMissingImages: 1, unknownSources: { '(no source)': 1 } })]);
  });

  it('knows kinds of errors, and questions that belong together', async () => {
    const change = (question: string) => ({ candidates, problem }: ScoredProblem): void => {
      Object.assign(candidates[1] ?? {}, { metadata: { stepCategories: ['value-misreading', null] } });
      Object.assign(problem, { question, metadata: { original_question: 'the same' } });
    };
    const [a, b] = [await collect(change('one'), 'prmbench'), await collect(change('two'), 'prmbench')];
    expect(a.steps.map(({ category }) => category)).toEqual([null, null, 'value-misreading', null]);
    expect(a.steps[0]?.cluster).toBe(b.steps[0]?.cluster);
    expect(a.notes.unknownSources).toEqual({});
  });
});
