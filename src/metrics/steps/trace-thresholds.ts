import { countConfusion, scoreClasses } from './score-classes.js';

/** What a threshold gives. */
export interface ThresholdPoint {
  threshold: number;
  macroF1: number | null;
  f1Correct: number | null;
  f1Incorrect: number | null;
}

const POINTS = 50;

/** Macro-F1 at thresholds 0, 0.02, … 1: how much hangs on the choice. A step is called correct when its score is above it. */
export function traceThresholds(labels: ArrayLike<number>, scores: ArrayLike<number>): ThresholdPoint[] {
  return Array.from({ length: POINTS + 1 }, (_, place) => {
    const threshold = place / POINTS;
    const { macroF1, correct, incorrect } = scoreClasses(countConfusion(labels, Array.from(scores, (score) => (score > threshold ? 1 : 0))));
    return { threshold, macroF1, f1Correct: correct.f1, f1Incorrect: incorrect.f1 };
  });
}
