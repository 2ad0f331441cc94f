import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateStepRewards } from '../../src/scoring/index.js';
import { aggregationNameSchema, type AggregationName } from '../../src/schema/index.js';
import { reward } from './build-inputs.js';

const every = aggregationNameSchema.options;
const hard = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
const soft = fc.array(reward, { minLength: 1, maxLength: 6 });
const toRewards = (right: readonly boolean[]): number[] => right.map((is) => (is ? 1 : -1));

/** The scores of right and wrong steps, from what they are meant to measure. */
const meaning: Partial<Record<AggregationName, (right: readonly boolean[]) => number>> = {
  'correctness-rate': (right) => right.filter(Boolean).length / right.length,
  'weighted-correctness': (right) => {
    const weight = (marks: readonly boolean[]): number => marks.reduce((sum, is, index) => sum + (is ? index + 1 : 0), 0);
    return weight(right) / weight(right.map(() => true));
  },
  streak: (right) => {
    const runs = right.map((is) => (is ? '1' : ' ')).join('').split(' ').map((run) => (run.length * (run.length + 1)) / 2);
    const score = runs.reduce((sum, run) => sum + run, 0) - right.filter((is) => !is).length;
    const [low, high] = [-right.length, (right.length * (right.length + 1)) / 2];
    return (score - low) / (high - low);
  },
  'geometric-mean': (right) => right.reduce((all, is) => all * (is ? 1 : 0.1), 1) ** (1 / right.length),
  'first-error-position': (right) => (right.includes(false) ? right.indexOf(false) / right.length : 1),
  mean: (right) => right.filter(Boolean).length / right.length,
  product: (right) => Number(right.every(Boolean)),
  min: (right) => Number(right.every(Boolean)),
  last: (right) => Number(right.at(-1)),
};

describe.each(every)('the aggregation %s', (name) => {
  it('means what it should on steps that are right or wrong', () => {
    fc.assert(fc.property(hard, (right) => {
      expect(aggregateStepRewards(toRewards(right), name)).toBeCloseTo(meaning[name]?.(right) as number, 12);
    }));
  });

  it('stays in [0,1], is 1 when all is right, and null for an empty list', () => {
    fc.assert(fc.property(soft, (rewards) => {
      const value = aggregateStepRewards(rewards, name) as number;
      expect(value >= 0 && value <= 1).toBe(true);
      expect(aggregateStepRewards(rewards.map(() => 1), name)).toBe(1);
    }));
    expect(aggregateStepRewards([], name)).toBeNull();
  });

  it('never falls when a step gets better', () => {
    fc.assert(fc.property(soft, fc.nat(), reward, (rewards, at, other) => {
      const index = at % rewards.length;
      const better = rewards.with(index, Math.max(rewards[index] as number, other));
      expect(aggregateStepRewards(better, name)).toBeGreaterThanOrEqual((aggregateStepRewards(rewards, name) as number) - 1e-12);
    }));
  });
});

describe.each(['mean', 'weighted-correctness', 'streak', 'first-error-position', 'product'] as const)('the aggregation %s', (name) => {
  it('is the expectation of its hard form over independent steps', () => {
    fc.assert(fc.property(soft, (rewards) => {
      let expected = 0;
      for (let outcome = 0; outcome < 2 ** rewards.length; outcome += 1) {
        const right = rewards.map((_, index) => ((outcome >> index) & 1) === 1);
        const chance = rewards.reduce((all, value, index) => all * (right[index] ? (1 + value) / 2 : (1 - value) / 2), 1);
        expected += chance * (meaning[name]?.(right) as number);
      }
      expect(aggregateStepRewards(rewards, name)).toBeCloseTo(expected, 12);
    }));
  });
});

describe.each(['mean', 'min', 'product', 'correctness-rate', 'geometric-mean'] as const)('the aggregation %s', (name) => {
  it('does not depend on the order of the steps', () => {
    fc.assert(fc.property(soft, (rewards) => {
      expect(aggregateStepRewards(rewards.toReversed(), name)).toBeCloseTo(aggregateStepRewards(rewards, name) as number, 12);
    }));
  });
});

describe('aggregateStepRewards', () => {
  it('takes rewards between the ends as probabilities', () => {
    const rewards = [0, 0.5, -0.5];
    expect(every.map((name) => aggregateStepRewards(rewards, name)?.toFixed(6))).toEqual([
      '0.500000', '0.250000', '0.093750', '0.250000', '0.333333', '0.458333', '0.406250', '0.316228', '0.322917',
    ]);
  });

  it('keeps long products apart from impossible ones', () => {
    const long = Array.from({ length: 5000 }, () => 0);
    expect(aggregateStepRewards(long, 'product')).toBeGreaterThan(0);
    expect(aggregateStepRewards([...long, -1], 'product')).toBe(0);
  });

  it.each([[Number.NaN], [1.5], [-Infinity]])('refuses %d as a reward', (bad) => {
    expect(() => aggregateStepRewards([1, bad], 'mean')).toThrow(`Expected step rewards in [-1,1], got ${bad} at step 1`);
  });
});
