import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRewards, scoreEveryWay, scoreSolution } from '../../src/scoring/index.js';
import { aggregationNameSchema, type StepJudgment } from '../../src/schema/index.js';

const judgment: fc.Arbitrary<StepJudgment> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((probability): StepJudgment => ({ status: 'scored', probability, source: 'label', findings: [] })),
  fc.constant<StepJudgment>({ status: 'no-evidence' }),
  fc.constant<StepJudgment>({ status: 'unscored', reason: 'timeout' }),
);

describe('scoreEveryWay', () => {
  it('equals scoreSolution under each aggregation', () => {
    fc.assert(fc.property(fc.array(judgment, { maxLength: 6 }), fc.constantFrom('neutral' as const, 'skip' as const), (judgments, onNoEvidence) => {
      const steps = gateRewards({ judgments, claims: [] });
      const { status, values } = scoreEveryWay(steps, 'gated', { onNoEvidence });
      for (const aggregate of aggregationNameSchema.options) {
        expect({ status, value: values?.[aggregate] ?? null }).toEqual((({ status: is, value }) => ({ status: is, value }))(scoreSolution(steps, 'gated', { aggregate, onNoEvidence })));
      }
    }));
  });
});
