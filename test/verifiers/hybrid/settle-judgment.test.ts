import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepJudgmentSchema, type StepJudgment } from '../../../src/schema/index.js';
import { settleJudgment } from '../../../src/verifiers/hybrid/settle-judgment.js';

type Scored = Extract<StepJudgment, { status: 'scored' }>;
const model = (probability: number): Scored => ({ status: 'scored', probability, source: 'label-logprobs', findings: [{ kind: 'critic', correct: true, text: 'Fine.' }] });
const falseSum: Scored = { status: 'scored', probability: 0.1, source: 'builtin', findings: [{ kind: 'arithmetic', correct: false, text: '50 + 44 = 95 is wrong: it is 94' }] };
const trueSum: Scored = { status: 'scored', probability: 0.8, source: 'builtin', findings: [{ kind: 'arithmetic', correct: true, text: '50 + 44 = 94 holds' }] };

describe('settleJudgment', () => {
  it('lets a false sum veto, with both numbers and the reason', () => {
    expect(settleJudgment(model(0.93), falseSum)).toEqual({
      status: 'scored', probability: 0.1, source: 'builtin',
      findings: [...model(0).findings, ...falseSum.findings, { kind: 'arithmetic-veto', correct: false, text: 'Probability 0.930 (label-logprobs) → 0.100: exact arithmetic finds a false statement in the step.' }],
    });
  });

  it('never raises a judgment, and records what holds', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(falseSum, trueSum), (probability, arithmetic) => {
      const settled = settleJudgment(model(probability), arithmetic) as Scored;
      expect(stepJudgmentSchema.parse(settled)).toEqual(settled);
      expect(settled.probability).toBe(arithmetic === trueSum ? probability : Math.min(probability, 0.1));
      expect(settled.findings).toEqual(expect.arrayContaining([...model(0).findings, ...arithmetic.findings]));
      expect(settled.source).toBe(settled.probability === probability ? 'label-logprobs' : 'builtin');
    }));
  });

  it('leaves a step unscored that the model could not measure, and takes the arithmetic where the model saw nothing', () => {
    const unscored: StepJudgment = { status: 'unscored', reason: 'The server is down.' };
    expect(settleJudgment(unscored, falseSum)).toBe(unscored);
    expect(settleJudgment({ status: 'no-evidence' }, falseSum)).toBe(falseSum);
    expect(settleJudgment(model(0.5), { status: 'no-evidence' })).toEqual(model(0.5));
  });
});
