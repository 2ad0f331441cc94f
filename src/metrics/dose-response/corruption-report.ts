import type { DoseContrast, DoseCurve } from './report-doses.js';

/** The version tag of the report of `prm corrupt`. */
export const CORRUPTION_REPORT_FORMAT = 'prm-corruption/1';

export interface CorruptionReport {
  format: typeof CORRUPTION_REPORT_FORMAT;
  verifier: string;
  mode: string;
  /** Who was handed the corrupted descriptions, and whether the judge was shown the images. */
  target: string;
  judgeSeesImages: boolean;
  parts: readonly string[];
  ratios: readonly number[];
  /** Corruptions drawn anew, added up in every figure. */
  repeats: number;
  seed: number;
  gate: string;
  /** A step is called correct from this p up. */
  threshold: number;
  level: number;
  problems: number;
  candidates: number;
  /** Labelled steps without a measurement, over all arms and ratios: they are in no figure. */
  unscored: number;
  /** Curves by arm, each with the gate on and off, and contrasts of them. A measure that the labels do not allow is left out. */
  measures: { name: 'macro-F1' | 'selection'; curves: DoseCurve[]; contrasts: DoseContrast[] }[];
  /** Facts of each arm that could be hit, were hit and were changed. */
  hits: { arm: string; doses: { ratio: number; facts: number; hit: number; changed: number }[] }[];
  failures: { reason: string; times: number }[];
}
