import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStepThresholds, countConfusion, scoreClasses } from '../../../src/metrics/index.js';
import { chooseThreshold } from '../../../src/metrics/steps/choose-threshold.js';
import { traceThresholds } from '../../../src/metrics/steps/trace-thresholds.js';
import { buildStep } from './build-steps.js';

const macroF1At = (labels: number[], scores: number[], threshold: number): number | null =>
  scoreClasses(countConfusion(labels, scores.map((score) => (score > threshold ? 1 : 0)))).macroF1;

/** Scores in [0,1], and the two that stand for a failed measurement. */
const rows = fc.array(fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 20 }).map((part) => part / 20)) },
  fc.constantFrom<[number, number]>([1, -1], [0, 2]),
), { maxLength: 30 });

describe('chooseThreshold', () => {
  it('finds the best macro-F1 that any threshold in [0,1) or below has', () => {
    fc.assert(fc.property(rows, (some) => {
      const [labels, scores] = [some.map(([label]) => label), some.map(([, score]) => score)];
      const chosen = chooseThreshold(labels, scores);
      const tried = [-1, ...Array.from({ length: 41 }, (_, part) => part / 40)].map((threshold) => macroF1At(labels, scores, threshold));
      if (tried[0] === null || !scores.some((score) => score >= 0 && score <= 1)) {
        expect(chosen).toBeNull();
        return;
      }
      expect(chosen?.macroF1).toBeCloseTo(Math.max(...tried.map((value) => value ?? -1)), 12);
      expect(macroF1At(labels, scores, chosen?.threshold as number)).toBeCloseTo(chosen?.macroF1 as number, 12);
    }));
  });

  it('takes the lowest of equals, in the middle between scores', () => {
    expect(chooseThreshold([0, 1, 1], [0.2, 0.6, 0.9])).toEqual({ threshold: 0.4, macroF1: 1 });
  });
});

describe('chooseStepThresholds', () => {
  it('chooses for each reading, on steps that are not neutral', () => {
    const steps = [buildStep(-1, 0.2, { raw: 0.5 }), buildStep(1, 0.6, { raw: 0.7 }), buildStep(0, 0.99)];
    expect(chooseStepThresholds(steps, { onUnscored: 'exclude' })).toEqual({ gated: 0.4, raw: 0.6 });
    expect(chooseStepThresholds(steps.slice(1), { onUnscored: 'exclude' })).toBeNull();
  });
});

describe('traceThresholds', () => {
  it('shows what each threshold would give', () => {
    const curve = traceThresholds([0, 1, 1], [0.2, 0.6, 0.9]);
    expect(curve).toHaveLength(51);
    expect(curve.filter(({ macroF1 }) => macroF1 === 1).map(({ threshold }) => threshold)).toEqual(Array.from({ length: 20 }, (_, place) => (10 + place) / 50));
    expect(curve[50]).toEqual({ threshold: 1, macroF1: 0.25, f1Correct: 0, f1Incorrect: 0.5 });
  });
});
