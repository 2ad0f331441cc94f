import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countConfusion, scoreClasses } from '../../../src/metrics/index.js';
import { f1ByDefinition } from './build-steps.js';

const binary = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)), { maxLength: 40 });

describe('scoreClasses', () => {
  it('equals both F1 by their definition, and their mean', () => {
    fc.assert(fc.property(binary, (rows) => {
      const [labels, called] = [rows.map(([label]) => label), rows.map(([, call]) => call)];
      const { correct, incorrect, macroF1 } = scoreClasses(countConfusion(labels, called));
      const spell = (values: number[]): string[] => values.map((value) => (value === 1 ? 'right' : 'wrong'));
      const expected = ['right', 'wrong'].map((name) => f1ByDefinition(spell(labels), spell(called), name));
      for (const [place, { f1 }] of [correct, incorrect].entries()) {
        if (expected[place] === null) expect(f1).toBeNull();
        else expect(f1).toBeCloseTo(expected[place] as number, 12);
      }
      if (new Set(labels).size < 2) expect(macroF1).toBeNull();
      else expect(macroF1).toBeCloseTo(((expected[0] as number) + (expected[1] as number)) / 2, 12);
    }));
  });

  it('gives the trivial baselines of the published label counts', () => {
    const labels = Float64Array.from({ length: 16_585 + 7_691 }, (_, row) => (row < 16_585 ? 1 : 0));
    const macroF1 = (chance: number): string => (100 * (scoreClasses(countConfusion(labels, labels.map(() => chance))).macroF1 ?? NaN)).toFixed(1);
    expect([1, 0, 0.5, 16_585 / labels.length].map(macroF1)).toEqual(['40.6', '24.1', '48.3', '50.0']);
  });

  it('counts a fraction of a call as the mean of many tosses', () => {
    expect(countConfusion([1, 1, 0, 0], [0.25, 1, 0.5, 0])).toEqual({ correctAsCorrect: 1.25, correctAsIncorrect: 0.75, incorrectAsCorrect: 0.5, incorrectAsIncorrect: 1.5 });
  });

  it('has no macro-F1 of one label, and nothing of no steps', () => {
    expect(scoreClasses(countConfusion([1, 1], [1, 0]))).toEqual({ correct: { precision: 1, recall: 0.5, f1: 2 / 3 }, incorrect: { precision: 0, recall: null, f1: 0 }, macroF1: null });
    const nothing = { precision: null, recall: null, f1: null };
    expect(scoreClasses(countConfusion([], []))).toEqual({ correct: nothing, incorrect: nothing, macroF1: null });
  });
});
