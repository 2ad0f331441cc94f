import type { StepEvaluation, StepReport } from '../../metrics/index.js';
import { clipText } from '../../util/wrap-text.js';
import { shareCells } from '../best-of-n/format-interval.js';
import { layOutRows } from '../best-of-n/lay-out-rows.js';
import { shareCell } from './format-step-scores.js';

const LONGEST_NAME = 20;
const LONGEST_KIND = 36;

/** Macro-F1 of each source. */
export function formatSources({ sources }: StepReport): string[] {
  if (sources.length < 2) return [];
  return [
    'Macro-F1 by source, in % (right, wrong: steps; best: the best baseline):',
    ...layOutRows([
      ['', 'right', 'wrong', 'gate', '', 'none', 'best', 'AUROC'],
      ...sources.map(({ name, correct, incorrect, gated, raw, bestBaseline, auroc }) => [clipText(name, LONGEST_NAME), String(correct), String(incorrect), ...shareCells(gated), shareCell(raw.mean), shareCell(bestBaseline), shareCell(auroc.mean)]),
    ], { gap: 1 }),
  ];
}

/** Which kinds of error are found. */
export function formatCategories({ categories }: StepReport): string[] {
  if (categories.length === 0) return [];
  return [
    'Errors found by kind, in % (best: the best baseline):',
    ...layOutRows([
      ['', 'errors', 'gate', '', 'none', 'best'],
      ...categories.map(({ name, errors, gated, raw, bestBaseline }) => [clipText(name, LONGEST_KIND), String(errors), ...shareCells(gated), shareCell(raw.mean), shareCell(bestBaseline)]),
    ], { gap: 1 }),
  ];
}

/** What others published on the whole benchmark. */
export function formatAnchors({ benchmark }: StepEvaluation): string[] {
  if (benchmark.anchors.length === 0) return [];
  const widest = Math.max(...benchmark.anchors.map(({ source }) => source.length));
  return [
    'Published macro-F1 on the whole benchmark, pooled, in %; thresholds differ:',
    ...layOutRows(benchmark.anchors.map(({ verifier, macroF1, source }) => [verifier, macroF1.toFixed(2), source.padEnd(widest)])),
  ];
}
