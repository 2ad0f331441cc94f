import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAuroc } from '../../../src/metrics/steps/estimate-auroc.js';
import { estimateMacroF1 } from '../../../src/metrics/steps/estimate-macro-f1.js';
import { estimateMeanOfSources } from '../../../src/metrics/steps/estimate-mean-of-sources.js';
import { intervalOfEstimate, intervalWithin, subtractEstimates, type Estimate } from '../../../src/metrics/steps/estimate.js';
import { countConfusion, scoreClasses } from '../../../src/metrics/steps/score-classes.js';
import { seededRandom } from '../../../src/metrics/seeded-random.js';

const rows = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 8 })), { maxLength: 30 });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

/** Steps in clusters that lean the same way, so that clustering matters. */
function leaning(clusters: number, seed = 1): { labels: number[]; scores: number[]; cluster: number[] } {
  const random = seededRandom(seed);
  const steps = Array.from({ length: clusters }, (_, cluster) => {
    const lean = random() - 0.5;
    return Array.from({ length: 6 }, () => {
      const label = random() < 0.7 ? 1 : 0;
      return { label, score: random() + lean + 0.4 * label, cluster };
    });
  }).flat();
  return { labels: steps.map(({ label }) => label), scores: steps.map(({ score }) => score), cluster: steps.map(({ cluster }) => cluster) };
}

/** The standard error of a figure by leaving out one cluster at a time. */
function jackknife({ labels, scores, cluster }: ReturnType<typeof leaning>, figure: (labels: number[], scores: number[]) => number): number {
  const names = [...new Set(cluster)];
  const without = names.map((name) => {
    const kept = cluster.flatMap((one, row) => (one === name ? [] : [row]));
    return figure(kept.map((row) => labels[row] as number), kept.map((row) => scores[row] as number));
  });
  const mean = sum(without) / names.length;
  return Math.sqrt(((names.length - 1) / names.length) * sum(without.map((value) => (value - mean) ** 2)));
}

describe('estimateMacroF1', () => {
  it('is the macro-F1 of the confusion, with influences that add up to nothing', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }), (some) => {
      const [labels, predictions] = [some.map(([label]) => label), some.map(([, call]) => call)];
      const { value, influence } = estimateMacroF1(labels, predictions);
      const { macroF1 } = scoreClasses(countConfusion(labels, predictions));
      if (macroF1 === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(macroF1, 10);
      expect(sum(influence)).toBeCloseTo(0, 6);
    }));
  });

  it('has the error that leaving out clusters gives', () => {
    const data = leaning(150);
    const call = (scores: number[]): number[] => scores.map((score) => (score > 0.5 ? 1 : 0));
    const { standardError } = intervalOfEstimate(estimateMacroF1(data.labels, call(data.scores)), data.cluster);
    const expected = jackknife(data, (labels, scores) => scoreClasses(countConfusion(labels, call(scores))).macroF1 as number);
    expect((standardError as number) / expected).toBeCloseTo(1, 1);
  });
});

describe('estimateAuroc', () => {
  it('is the share of pairs in order, ties half', () => {
    fc.assert(fc.property(rows, (some) => {
      const pairs = some.filter(([label]) => label === 1).flatMap(([, high]) => some.filter(([label]) => label === 0).map(([, low]): number => (high > low ? 1 : high === low ? 0.5 : 0)));
      const { value, influence } = estimateAuroc(some.map(([label]) => label), some.map(([, score]) => score));
      if (pairs.length === 0) expect(value).toBeNull();
      else expect(value).toBeCloseTo(sum(pairs) / pairs.length, 10);
      expect(sum(influence)).toBeCloseTo(0, 6);
    }));
  });

  it('has the error that leaving out clusters gives', () => {
    const data = leaning(150, 2);
    const { standardError } = intervalOfEstimate(estimateAuroc(data.labels, data.scores), data.cluster);
    const expected = jackknife(data, (labels, scores) => estimateAuroc(labels, scores).value as number);
    expect((standardError as number) / expected).toBeCloseTo(1, 1);
  });
});

describe('paired and averaged figures', () => {
  const data = leaning(40, 3);
  const calls = (threshold: number): Estimate => estimateMacroF1(data.labels, data.scores.map((score) => (score > threshold ? 1 : 0)));

  it('have no difference from themselves, and a smaller error paired than apart', () => {
    expect(intervalOfEstimate(subtractEstimates(calls(0.5), calls(0.5)), data.cluster)).toMatchObject({ mean: 0, standardError: 0, low: 0, high: 0 });
    const apart = [calls(0.5), calls(0.55)].map((estimate) => intervalOfEstimate(estimate, data.cluster).standardError as number);
    const paired = intervalOfEstimate(subtractEstimates(calls(0.5), calls(0.55)), data.cluster).standardError as number;
    expect(paired).toBeLessThan(Math.hypot(...apart) / 2);
  });

  it('take the plain mean of the sources that have both labels', () => {
    const groups = [[0, 1, 2, 3], [4, 5], [6]];
    const [labels, predictions] = [[1, 0, 1, 0, 1, 0, 1], [1, 0, 0, 0, 1, 1, 1]];
    const of = (members: readonly number[]): Estimate => estimateMacroF1(members.map((row) => labels[row] as number), members.map((row) => predictions[row] as number));
    const { mean, sources } = estimateMeanOfSources(7, groups, of);
    expect(sources).toBe(2);
    expect(mean.value).toBeCloseTo(((of([0, 1, 2, 3]).value as number) + (of([4, 5]).value as number)) / 2, 12);
    // One source alone has the interval of its own rows.
    const alone = estimateMeanOfSources(data.labels.length, [data.labels.map((_, row) => row)], () => calls(0.5)).mean;
    expect(intervalOfEstimate(alone, data.cluster)).toEqual(intervalOfEstimate(calls(0.5), data.cluster));
  });

  it('have no interval beyond what a share can be', () => {
    const perfect = estimateMacroF1([1, 0, 1, 0], [1, 0, 1, 1]);
    expect(intervalWithin(perfect, [0, 1], [0, 0, 1, 1])).toMatchObject({ high: 1 });
    expect(intervalWithin({ value: null, influence: new Float64Array() }, [0, 1], [])).toMatchObject({ mean: null, low: null, high: null });
  });
});
