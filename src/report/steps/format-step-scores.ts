import type { BaselineName, StepDifference, StepEvaluation, StepReport } from '../../metrics/index.js';
import { gainCells, percent, shareCells } from '../best-of-n/format-interval.js';
import { layOutRows } from '../best-of-n/lay-out-rows.js';

/** How baselines are called. */
export const baselineNames: Record<BaselineName, string> = {
  'all-correct': 'all steps correct',
  'all-incorrect': 'all steps incorrect',
  coin: 'a coin',
  'prior-matched': 'a coin that falls as the labels',
  'place-prior': 'place and length, cross-fitted',
};

export const shareCell = (share: number | null): string => (share === null ? '-' : percent(share));

/** The headline table: the verifier with and without the gate beside what can be had without looking. */
export function formatStepScores({ benchmark, thresholds, report }: StepEvaluation): string[] {
  const { counts, options, gated, raw, withPrior, baselines } = report;
  const verifiers = [['verifier, with the gate', gated], ['verifier, without the gate', raw], ['verifier, place and length joined', withPrior]] as const;
  return [
    `${benchmark.name}: ${counts.counted} steps of ${counts.solutions} solutions, in %, both classes pooled`,
    `${shareCell(options.level).replace('.0', '')} % intervals over ${counts.clusters} clusters of question and images`,
    `Thresholds: ${thresholds}.`,
    ...layOutRows([
      ['', 'macro-F1', '', 'F1 right', 'F1 wrong', 'AUROC'],
      ...verifiers.map(([name, { macroF1, scores, auroc }]) => [name, ...shareCells(macroF1), shareCell(scores.correct.f1), shareCell(scores.incorrect.f1), shareCell(auroc.mean)]),
      ...baselines.map(({ name, macroF1, scores }) => [baselineNames[name], ...shareCells(macroF1), shareCell(scores.correct.f1), shareCell(scores.incorrect.f1), '']),
    ], { gap: 1 }),
    'Precision and recall of steps called right, and called wrong:',
    ...layOutRows(verifiers.map(([name, { scores: { correct, incorrect } }]) => [name, ...[correct.precision, correct.recall, incorrect.precision, incorrect.recall].map(shareCell)])),
    'Mean of the sources instead of all steps pooled:',
    ...layOutRows(verifiers.map(([name, { meanOfSources }]) => [name, ...shareCells(meanOfSources), `${meanOfSources.sources} sources`])),
  ];
}

/** What the verifier gains over the best of the baselines: the headline. */
export function formatDifferences({ bestBaseline, differences }: StepReport): string[] {
  if (bestBaseline === null) return ['There are steps of one label only: macro-F1 and its differences do not exist.'];
  const rows: [string, StepDifference][] = [
    ['verifier, with the gate', differences.gated], ['verifier, without the gate', differences.raw], ['verifier, place and length joined', differences.withPrior],
  ];
  const others: [string, StepDifference][] = [
    ['the gate over none', differences.gate], ['the gate over none, AUROC', differences.gateAuroc], ['joined over place and length alone', differences.withPriorOverPlace],
  ];
  const row = ([name, difference]: [string, StepDifference]): string[] => [name, ...gainCells(difference), shareCell(difference.minimumDetectable)];
  return [
    `Over the best baseline (${baselineNames[bestBaseline]}), in points,`,
    'paired; last: the least that would likely show:',
    ...layOutRows(rows.map(row)),
    'Between these:',
    ...layOutRows(others.map(row)),
  ];
}
