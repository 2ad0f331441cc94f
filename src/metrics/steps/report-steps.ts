import type { MeanInterval } from '../clustered-interval.js';
import { minimumDetectable } from '../minimum-detectable.js';
import { estimateAuroc } from './estimate-auroc.js';
import { estimateMacroF1 } from './estimate-macro-f1.js';
import { intervalOfEstimate, subtractEstimates, type Estimate } from './estimate.js';
import type { LabelledStep, ReadingName } from './labelled-step.js';
import { predictWithPrior } from './predict-with-prior.js';
import { predictReading, reportReading, type ReadingReport } from './report-reading.js';
import { reportGroups, type CategoryReport, type SourceReport } from './report-groups.js';
import { BASELINES, predictBaselines, type BaselineName } from './step-baselines.js';
import { scoreClasses, countConfusion } from './score-classes.js';
import { countSteps, type StepCounts } from './step-counts.js';
import { makeStepRows, type OnUnscored } from './step-rows.js';

export interface StepReportOptions {
  /** Above it a step is called correct; null for cross-fitted ones. */
  thresholds: Record<ReadingName, number | null>;
  /** From 2 up. */
  folds: number;
  seed: number;
  /** Coverage of the intervals, in (0,1). */
  level: number;
  onUnscored: OnUnscored;
}

/** A paired difference, and the least true one that would likely have shown. */
export type StepDifference = MeanInterval & { minimumDetectable: number | null };

/** All figures of step verification on one file. */
export interface StepReport {
  format: 'prm-steps/1';
  options: StepReportOptions;
  counts: StepCounts;
  gated: ReadingReport;
  raw: ReadingReport;
  /** The gated score and the one before it, with place and length: a cross-fitted logistic regression. Beside the verifier, not instead of it. */
  withPrior: ReadingReport;
  baselines: { name: BaselineName; macroF1: MeanInterval; scores: ReadingReport['scores'] }[];
  /** The baseline with the highest macro-F1 on this file: the hardest to beat. Null with one label alone. */
  bestBaseline: BaselineName | null;
  /** Macro-F1 minus that of the best baseline; and of the gate over none, AUROC beside it. */
  differences: { gated: StepDifference; raw: StepDifference; withPrior: StepDifference; withPriorOverPlace: StepDifference; gate: StepDifference; gateAuroc: StepDifference };
  sources: SourceReport[];
  categories: CategoryReport[];
}

/** Measures step verification: macro-F1 as published, its baselines, and how sure all of it is. */
export function reportSteps(all: readonly LabelledStep[], options: StepReportOptions): StepReport {
  const rows = makeStepRows(all, options);
  const { labels, clusters, steps } = rows;
  const gated = predictReading(rows, 'gated', options.thresholds.gated);
  const raw = predictReading(rows, 'raw', options.thresholds.raw);
  const withPrior = predictWithPrior(rows);
  const predicted = predictBaselines(rows);
  const f1 = (predictions: Float64Array): Estimate => estimateMacroF1(labels, predictions);
  const baselines = BASELINES.map((name) => ({ name, estimate: f1(predicted[name]), predictions: predicted[name] }));
  const best = baselines.reduce((a, b) => ((b.estimate.value ?? -1) > (a.estimate.value ?? -1) ? b : a));
  const differ = (a: Estimate, b: Estimate): StepDifference => {
    const interval = intervalOfEstimate(subtractEstimates(a, b), clusters, options.level);
    return { ...interval, minimumDetectable: minimumDetectable(interval, { level: options.level }) };
  };
  const measures = (reading: ReadingName) => (row: number): boolean => typeof steps[row]?.[reading] === 'number';
  const reports = {
    gated: reportReading(rows, gated, measures('gated'), options.level),
    raw: reportReading(rows, raw, measures('raw'), options.level),
  };
  return {
    format: 'prm-steps/1',
    options,
    counts: countSteps(all, rows),
    ...reports,
    withPrior: reportReading(rows, withPrior, () => true, options.level),
    baselines: baselines.map(({ name, estimate, predictions }) => ({ name, macroF1: intervalOfEstimate(estimate, clusters, options.level), scores: scoreClasses(countConfusion(labels, predictions)) })),
    bestBaseline: best.estimate.value === null ? null : best.name,
    differences: {
      gated: differ(f1(gated.predictions), best.estimate),
      raw: differ(f1(raw.predictions), best.estimate),
      withPrior: differ(f1(withPrior.predictions), best.estimate),
      withPriorOverPlace: differ(f1(withPrior.predictions), f1(predicted['place-prior'])),
      gate: differ(f1(gated.predictions), f1(raw.predictions)),
      gateAuroc: differ(estimateAuroc(labels, gated.scores), estimateAuroc(labels, raw.scores)),
    },
    ...reportGroups(rows, { gated, raw, best: best.predictions }, options.level),
  };
}
