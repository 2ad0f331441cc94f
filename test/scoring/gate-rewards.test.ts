import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRewards } from '../../src/scoring/index.js';
import { gateNameSchema, stepRewardSchema, type ScoringOptions } from '../../src/schema/index.js';
import { aClaim, aVerdict, noEvidence, scored, share, unscored, verdict } from './build-inputs.js';

const judgment = fc.oneof(share.map(scored), fc.constant(noEvidence), fc.constant(unscored));
const claim = fc.record({ steps: fc.uniqueArray(fc.integer({ min: 0, max: 4 })), found: fc.option(verdict) }).map(({ steps, found }) => aClaim(steps, found));
const options: fc.Arbitrary<ScoringOptions> = fc.record({
  gate: fc.constantFrom(...gateNameSchema.options), pool: fc.constantFrom('weakest', 'mean'), reliability: fc.constantFrom('step', 'response'),
  pSource: fc.constantFrom('reported', 'recomputed'), lambda: share, tau: share,
});
const inputs = fc.record({ judgments: fc.array(judgment, { minLength: 5, maxLength: 6 }), claims: fc.array(claim, { maxLength: 4 }), reportedP: fc.option(share) });
const gatedOf = (...args: Parameters<typeof gateRewards>): (number | null)[] => gateRewards(...args).map(({ gated }) => gated);

describe('gateRewards on any input', () => {
  it('gives one valid reward a step, with raw = 2·probability - 1', () => {
    fc.assert(fc.property(inputs, options, (input, chosen) => {
      const rewards = gateRewards(input, chosen);
      expect(rewards.map(({ judgment: one }) => one)).toEqual(input.judgments);
      for (const [index, step] of rewards.entries()) {
        // Equal as text too: what a run gives back is then the same bytes as what was just computed.
        expect(JSON.stringify(stepRewardSchema.parse(step))).toBe(JSON.stringify(step));
        expect(step.index).toBe(index);
        expect(step.raw).toBe(step.judgment.status === 'scored' ? 2 * step.judgment.probability - 1 : null);
      }
    }));
  });

  it('leaves steps without a visual claim as they are, even when the audit failed', () => {
    fc.assert(fc.property(inputs, options, (input, chosen) => {
      for (const step of gateRewards(input, chosen).filter(({ isVisual }) => !isVisual)) {
        expect([step.gated, step.reliability, step.gateFailure, step.verdicts]).toEqual([step.raw, null, null, []]);
      }
    }));
  });

  it('never makes a number of an unscored step', () => {
    fc.assert(fc.property(inputs, options, (input, chosen) => {
      for (const step of gateRewards(input, chosen).filter(({ judgment: one }) => one.status === 'unscored')) expect([step.raw, step.gated]).toEqual([null, null]);
    }));
  });

  it('loses a number that was measured only with a reason', () => {
    fc.assert(fc.property(inputs, options, (input, chosen) => {
      for (const step of gateRewards(input, chosen)) {
        if (step.raw !== null) expect(step.gated === null).toBe(step.gateFailure !== null);
        if (step.gateFailure !== null) expect(step.gated).toBeNull();
      }
    }));
  });

  it('does not depend on the order of the claims', () => {
    fc.assert(fc.property(inputs, options, (input, chosen) => {
      const [there, back] = [gatedOf(input, chosen), gatedOf({ ...input, claims: input.claims.toReversed() }, chosen)];
      for (const [index, gated] of there.entries()) {
        if (gated === null) expect(back[index]).toBeNull();
        else expect(back[index]).toBeCloseTo(gated, 12);
      }
    }));
  });
});

describe('gateRewards', () => {
  it('gates each step by its own claims, and keeps their verdicts', () => {
    const [wrong, right] = [aVerdict(1), aVerdict(0)];
    const rewards = gateRewards({ judgments: [scored(1), scored(1), scored(1)], claims: [aClaim([0], wrong), aClaim([1], right)] });
    expect(rewards.map(({ gated }) => gated)).toEqual([-1, 1, 1]);
    expect(rewards.map(({ verdicts }) => verdicts)).toEqual([[wrong], [right], []]);
    expect(rewards.map(({ reliability }) => reliability?.conflict)).toEqual([1, 0, undefined]);
  });

  it('puts the pool of the whole response on every visual step with `reliability: response`', () => {
    const input = { judgments: [scored(1), scored(1), scored(1)], claims: [aClaim([0], aVerdict(1)), aClaim([1], aVerdict(0))] };
    expect(gatedOf(input, { reliability: 'response' })).toEqual([-1, -1, 1]);
  });

  it('leaves a step whose claims nobody could see, and marks it unverifiable', () => {
    const [step] = gateRewards({ judgments: [scored(0.9)], claims: [aClaim([0], aVerdict(1, 0, { observable: false }))] });
    expect(step).toMatchObject({ isVisual: true, reliability: null, gateFailure: null });
    expect(step?.gated).toBeCloseTo(0.8, 12);
  });

  it('punishes a contradicted read-off that has nothing else to check, and nothing else without evidence', () => {
    const judgments = [noEvidence, noEvidence, noEvidence];
    const claims = [aClaim([0], aVerdict(0.75)), aClaim([1], aVerdict(0, 1))];
    expect(gatedOf({ judgments, claims }, { gate: 'premise' })).toEqual([-0.75, null, null]);
    expect(gatedOf({ judgments, claims }, { gate: 'none' })).toEqual([null, null, null]);
  });

  it('keeps raw and says why there is no gated reward when the audit failed', () => {
    const input = { judgments: [scored(1), scored(0), noEvidence, unscored, scored(1)], claims: [aClaim([0, 1, 2, 3], null, 'AB = 5')] };
    const rewards = gateRewards({ ...input, auditFailure: 'timeout' });
    expect(rewards.map(({ raw }) => raw)).toEqual([1, -1, null, null, 1]);
    expect(rewards.map(({ gated }) => gated)).toEqual([null, null, null, null, 1]);
    expect(rewards.map(({ gateFailure }) => gateFailure)).toEqual(['timeout', 'timeout', 'timeout', null, null]);
    expect(gateRewards(input)[0]?.gateFailure).toBe('the audit gave no verdict for the claim "AB = 5"');
    expect(gatedOf(input, { gate: 'none' })).toEqual([1, -1, null, null, 1]);
  });

  it('fails only the steps whose own claims have no verdict', () => {
    const input = { judgments: [scored(1), scored(1)], claims: [aClaim([0], null), aClaim([1], aVerdict(0))] };
    expect(gatedOf(input)).toEqual([null, 1]);
    expect(gatedOf(input, { reliability: 'response' })).toEqual([null, null]);
  });

  it('shrinks every positive visual step by one p with the evpv gate', () => {
    const input = { judgments: [scored(1), scored(1), scored(0), scored(1)], claims: [aClaim([0], aVerdict(1)), aClaim([1, 2], aVerdict(0))] };
    expect(gatedOf(input, { gate: 'evpv' })).toEqual([0.5, 0.5, -1, 1]);
    expect(gatedOf({ ...input, reportedP: 0.3 }, { gate: 'evpv', pSource: 'reported' })).toEqual([0.3, 0.3, -1, 1]);
  });

  it('leaves positive visual steps unscored when the verifier reported no p; a reported 0 is a 0', () => {
    const input = { judgments: [scored(1), scored(0), scored(1)], claims: [aClaim([0, 1], aVerdict(0))] };
    const rewards = gateRewards(input, { gate: 'evpv', pSource: 'reported' });
    expect(rewards.map(({ gated, gateFailure }) => [gated, gateFailure])).toEqual([[null, 'the audit gave no result for the response'], [-1, null], [1, null]]);
    expect(gatedOf({ ...input, reportedP: 0 }, { gate: 'evpv', pSource: 'reported' })).toEqual([0, -1, 1]);
  });

  it('refuses a claim about a step that does not exist, and options that are not valid', () => {
    expect(() => gateRewards({ judgments: [scored(1)], claims: [aClaim([1], aVerdict(0), 'AB = 5')] })).toThrow('Expected the steps of the claim "AB = 5" to be below 1, got 1');
    expect(() => gateRewards({ judgments: [], claims: [] }, { lambda: 2 })).toThrow(/^Expected valid scoring options, got `lambda`: /);
  });
});
