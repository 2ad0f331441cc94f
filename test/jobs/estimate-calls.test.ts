import { describe, expect, it } from 'vitest';
import { CallCounter } from '../../src/jobs/estimate-calls.js';
import type { ProblemRecord } from '../../src/schema/index.js';

const record = (checklist: 'declared' | 'undeclared', images = ['a.png']): ProblemRecord => ({
  format: 'prm-problem/1',
  problem: { id: 'p', question: 'q', images },
  candidates: Array.from({ length: 8 }, (_, index) => ({
    index,
    solution: { checklist, steps: Array.from({ length: 9 }, (__, at) => ({ text: 's', visualDependency: checklist === 'declared' && at % 2 === 0 ? 'c' : null })) },
  })),
});

const count = (settings: Partial<ConstructorParameters<typeof CallCounter>[0]>, ...records: ProblemRecord[]) => {
  const counter = new CallCounter({ judge: 'per-step', extraction: 'separate', votes: 1, premises: 'declared', ...settings });
  for (const one of records) counter.add(one);
  return Object.values(counter.calls).reduce((a, b) => a + b);
};

// The numbers that the calls of a simulated server were counted to be (bench/server/calls-per-problem.ts).
describe('CallCounter', () => {
  it.each([
    [{ judge: 'batch' }, 'declared', 17], [{ judge: 'per-step' }, 'declared', 81], [{ judge: 'critic', votes: 3 }, 'declared', 9 + 8 * 9 * 3],
    [{ judge: 'batch' }, 'undeclared', 25], [{ judge: 'pooling', extraction: 'combined' }, 'undeclared', 17],
    [{ judge: 'batch', premises: 'both' }, 'declared', 25], [{ judge: 'batch', premises: 'both', extraction: 'combined' }, 'declared', 25],
  ] as const)('%j asks for %s checklists %i times', (settings, checklist, calls) => {
    expect(count(settings, record(checklist))).toBe(calls);
  });

  it('counts what models are really asked: a description a question, none without an image, every vote', () => {
    const [one, other, blind] = [record('declared'), record('declared'), record('declared', [])];
    other.problem.question = 'another question about the same image';
    expect(count({ judge: 'pooling', votes: 5 }, one, other, blind)).toBe(2 + 3 * 8 * 2);
    expect(count({ judge: 'per-step', votes: 5 }, one)).toBe(1 + 8 + 8 * 9 * 5);
    expect(count({ judge: 'batch', votes: 5 }, one)).toBe(1 + 8 + 8 * 5);
  });

  it('describes an image set once, and asks nothing about empty solutions', () => {
    expect(count({ judge: 'batch' }, record('declared'), record('declared'))).toBe(33);
    const [empty] = [record('declared', ['b.png'])];
    for (const candidate of empty?.candidates ?? []) candidate.solution.steps = [];
    expect(count({}, empty as ProblemRecord)).toBe(1);
  });
});
