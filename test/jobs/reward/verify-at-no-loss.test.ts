import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRewardFunction } from '../../../src/jobs/create-reward-function.js';
import { verifyAtNoLoss } from '../../../src/jobs/reward/verify-at-no-loss.js';
import { aggregationNameSchema, gateNameSchema, type Candidate, type ClaimVerdict, type Problem, type ScoringOptions, type Solution } from '../../../src/schema/index.js';
import { createBuiltinVerifier } from '../../../src/verifiers/builtin/create-builtin-verifier.js';
import { readRecords } from '../../data/read-samples.js';
import { fakeVerifier } from '../../helpers/fake-verifier.js';

const without = (solution: Solution, drop: (index: number) => boolean): Solution =>
  ({ ...solution, steps: solution.steps.map((step, index) => (drop(index) ? { ...step, visualDependency: null } : step)) });

describe('leaving a declared premise out', () => {
  it('never raises the reward, with the built-in verifier on the samples', { timeout: 240_000 }, async () => {
    const folder = path.resolve('data/samples');
    const verifier = createBuiltinVerifier();
    const reward = createRewardFunction({ verifier, images: folder });
    const pairs: { problem: Problem; candidate: Candidate; whole: Solution; less: Solution }[] = [];
    for (const { problem, candidates } of readRecords(folder, 'problems.jsonl')) {
      for (const candidate of candidates) {
        const whole = candidate.solution;
        const declared = whole.steps.flatMap(({ visualDependency }, index) => (visualDependency === null ? [] : [index]));
        if (declared.length === 0) continue;
        for (const less of [...declared.map((one) => without(whole, (index) => index === one)), without(whole, () => true)]) pairs.push({ problem, candidate, whole, less });
      }
    }
    try {
      const before = await reward(pairs.map(({ problem, whole }) => ({ problem, solution: whole })));
      const after = await reward(pairs.map(({ problem, less }) => ({ problem, solution: less })));
      const raised = pairs.filter((_, at) => (after[at] ?? NaN) > (before[at] ?? NaN) + 1e-12).map(({ problem, candidate }) => `${problem.id} ${candidate.index}`);
      expect(pairs.length).toBeGreaterThan(100);
      expect(before.every((value) => value !== null)).toBe(true);
      expect(raised).toEqual([]);
      expect(new Set(before).size).toBeGreaterThan(10);
    } finally {
      await verifier.close();
    }
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const verdict = fc.tuple(share, share, fc.boolean()).map(([a, b, observable]): Partial<ClaimVerdict> => ({ observable, conflict: a, unknown: b * (1 - a), support: 1 - a - b * (1 - a) }));
  const step = fc.record({ sees: fc.boolean(), claim: fc.integer({ min: 0, max: 3 }), declares: fc.option(fc.integer({ min: 0, max: 4 })), probability: fc.option(share) });
  const scoring: fc.Arbitrary<ScoringOptions> = fc.record({
    gate: fc.constantFrom(...gateNameSchema.options), aggregate: fc.constantFrom(...aggregationNameSchema.options), pool: fc.constantFrom('weakest', 'mean'),
    reliability: fc.constantFrom('step', 'response'), pSource: fc.constantFrom('reported', 'recomputed'), onNoEvidence: fc.constantFrom('neutral', 'skip'),
  });

  it('never raises it whatever the verifier finds, for every gate and aggregation', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(verdict, { minLength: 5, maxLength: 5 }), scoring, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), async (steps, verdicts, options, drop) => {
      const verifier = fakeVerifier({
        verdicts: Object.fromEntries(verdicts.map((one, at) => [`fact ${at}`, one])),
        judge: (text) => {
          const probability = steps[Number(/#(\d)/.exec(text)?.[1])]?.probability;
          return probability === null || probability === undefined ? { status: 'no-evidence' } : { status: 'scored', probability, source: 'builtin', findings: [] };
        },
      });
      const solution: Solution = {
        checklist: 'declared',
        steps: steps.map(({ sees, claim, declares }, index) => ({ text: sees ? `I see fact ${claim}` : `Step #${index}`, visualDependency: declares === null ? null : `fact ${declares}` })),
      };
      const problem: Problem = { id: 'p', question: 'q', images: [] };
      const value = async (one: Solution): Promise<number> => (await verifyAtNoLoss({ verifier, problem, images: [], solution: one, scoring: options })).score.value ?? NaN;
      const [before, after] = [await value(solution), await value(without(solution, (index) => drop[index] ?? false))];
      expect(after > before + 1e-9).toBe(false);
      expect(Number.isNaN(before)).toBe(Number.isNaN(after));
    }), { numRuns: 300 });
  });

  it('still counts a contradiction that stands in the text itself', async () => {
    const verifier = fakeVerifier({ verdicts: { 'a red car': { support: 0, conflict: 1 } } });
    const solution: Solution = { checklist: 'declared', steps: [{ text: 'I see a red car', visualDependency: 'a red car' }] };
    expect((await verifyAtNoLoss({ verifier, problem: { id: 'p', question: '', images: [] }, images: [], solution })).score.value).toBe(0);
  });
});
