import type { ReadingReport, StepReport } from '../../metrics/index.js';
import { shareCells } from '../best-of-n/format-interval.js';
import { layOutRows } from '../best-of-n/lay-out-rows.js';
import { shareCell } from './format-step-scores.js';

const RISK_AT = [0.1, 0.25, 0.5, 0.75, 1];

/** How often the first error of a solution is the first step that is called wrong. */
export function formatFirstErrors({ gated, raw }: StepReport): string[] {
  const rows = [['with an error: it is found', 'withError'], ['without: no step is called wrong', 'withoutError'], ['harmonic mean of both', 'harmonic'], ['all solutions', 'all']] as const;
  return [
    'First error, in % of solutions (ProcessBench takes the harmonic mean):',
    ...layOutRows([['', 'gate', '', 'none', ''], ...rows.map(([name, key]) => [name, ...shareCells(gated.firstError[key]), ...shareCells(raw.firstError[key])])], { gap: 1 }),
  ];
}

/** How much had a score of its own, and how good the surest calls are. */
export function formatEvidence({ gated, raw }: StepReport): string[] {
  return [
    'Evidence: steps with a score of their own, and the risk when only the surest',
    'steps are judged (share called wrongly), in %:',
    ...layOutRows([
      ['', 'coverage', 'macro-F1 there', '', ...RISK_AT.map((coverage) => `at ${100 * coverage}`)],
      ...([['gate', gated], ['none', raw]] as const).map(([name, reading]) => [name, shareCell(reading.coverage), ...shareCells(reading.onEvidence), ...RISK_AT.map((coverage) => riskAt(reading, coverage))]),
    ], { gap: 1 }),
  ];
}

/** The risk of the first point of the curve that covers so much. */
function riskAt({ riskCoverage }: ReadingReport, coverage: number): string {
  return shareCell(riskCoverage.find((point) => point.coverage >= coverage - 1e-9)?.risk ?? null);
}

/** Whether scores mean what they say. */
export function formatCalibration({ gated, raw }: StepReport): string[] {
  if (raw.calibration.n === 0 && gated.calibration.n === 0) return [];
  const bins = raw.calibration.bins.flatMap((bin, place) => {
    const other = gated.calibration.bins[place];
    if (bin.n === 0 && (other?.n ?? 0) === 0) return [];
    return [[`${bin.low.toFixed(1)} to ${bin.high.toFixed(1)}`, String(other?.n ?? 0), shareCell(other?.shareCorrect ?? null), String(bin.n), shareCell(bin.shareCorrect)]];
  });
  const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
  return [
    'Calibration of the scores: steps, and how many of them are right, in %:',
    ...layOutRows([['score', 'gate', 'right', 'none', 'right'], ...bins]),
    `  expected calibration error ${figure(gated.calibration.ece)} (none: ${figure(raw.calibration.ece)}); Brier ${figure(gated.calibration.brier)} (none: ${figure(raw.calibration.brier)})`,
  ];
}
