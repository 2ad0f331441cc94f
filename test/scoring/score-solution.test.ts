import { describe, expect, it } from 'vitest';
import { gateRewards, scoreSolution } from '../../src/scoring/index.js';
import { solutionScoreSchema } from '../../src/schema/index.js';
import { aClaim, aReward, aVerdict, noEvidence, scored, unscored } from './build-inputs.js';

const failed = aReward(null, { judgment: unscored });

describe('scoreSolution', () => {
  it('scores gated or raw rewards, and says which', () => {
    const steps = gateRewards({ judgments: [scored(1), scored(1)], claims: [aClaim([0], aVerdict(1))] });
    expect(scoreSolution(steps, 'gated')).toEqual({ status: 'scored', value: 0.5, coverage: 1, used: 'gated', aggregation: 'mean', reason: null });
    expect(scoreSolution(steps, 'raw', { aggregate: 'min' })).toEqual({ status: 'scored', value: 1, coverage: 1, used: 'raw', aggregation: 'min', reason: null });
  });

  it('counts a step without evidence as p = 0.5 or leaves it out; coverage falls either way', () => {
    const steps = [aReward(1), aReward(null)];
    expect(scoreSolution(steps, 'gated')).toMatchObject({ status: 'scored', value: 0.75, coverage: 0.5 });
    expect(scoreSolution(steps, 'gated', { onNoEvidence: 'skip' })).toMatchObject({ status: 'scored', value: 1, coverage: 0.5 });
  });

  it('has no evidence when no step gave a number', () => {
    const steps = [aReward(null), aReward(null)];
    expect(scoreSolution(steps, 'gated')).toMatchObject({ status: 'no-evidence', value: 0.5, coverage: 0, reason: null });
    expect(scoreSolution(steps, 'gated', { onNoEvidence: 'skip' })).toMatchObject({ status: 'no-evidence', value: null, coverage: 0 });
  });

  it('covers a step by an observable premise, in the gated score only', () => {
    const steps = gateRewards({ judgments: [noEvidence, noEvidence], claims: [aClaim([0], aVerdict(0))] });
    expect([scoreSolution(steps, 'gated').coverage, scoreSolution(steps, 'raw').coverage]).toEqual([0.5, 0]);
  });

  it('is partial over the measured steps when others failed, with the reasons', () => {
    expect(scoreSolution([aReward(1), failed, failed], 'gated')).toMatchObject(
      { status: 'partial', value: 1, coverage: 1 / 3, reason: '2 of 3 steps could not be measured: no answer' });
  });

  it('is unscored, never 0, without steps or measurements', () => {
    expect(scoreSolution([], 'gated')).toMatchObject({ status: 'unscored', value: null, coverage: 0, reason: 'the solution has no steps' });
    expect(scoreSolution([failed], 'raw')).toMatchObject({ status: 'unscored', value: null, coverage: 0 });
    expect(scoreSolution([failed, aReward(null)], 'gated', { onNoEvidence: 'skip' })).toMatchObject({ status: 'unscored', value: null });
  });

  it('lets a failed audit spoil the gated score but not the raw one', () => {
    const steps = gateRewards({ judgments: [scored(1), scored(1)], claims: [aClaim([0], null)], auditFailure: 'timeout' });
    expect(scoreSolution(steps, 'gated')).toMatchObject({ status: 'partial', reason: '1 of 2 steps could not be measured: timeout' });
    expect(scoreSolution(steps, 'raw')).toMatchObject({ status: 'scored', value: 1 });
    const unread = gateRewards({ judgments: [scored(1), noEvidence], claims: [aClaim([1], null)] });
    expect([scoreSolution(unread, 'gated').status, scoreSolution(unread, 'raw').status]).toEqual(['partial', 'scored']);
  });

  it('gives what the schema allows', () => {
    for (const steps of [[], [failed], [aReward(null)], [aReward(-1), failed]]) {
      expect(solutionScoreSchema.safeParse(scoreSolution(steps, 'gated')).error).toBeUndefined();
    }
  });
});
