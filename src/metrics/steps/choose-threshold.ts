import { countConfusion, scoreClasses } from './score-classes.js';

/** Below every score: all steps are called correct. */
const BELOW_ALL = -1;

/** A threshold, and the macro-F1 of the steps it was chosen on. */
export interface ChosenThreshold {
  threshold: number;
  macroF1: number;
}

/**
 * The threshold with the highest macro-F1 on these steps: a step is called correct when its score is above it. Tried are one
 * below all scores, the middle between each two, and the highest; among equals the lowest is taken.
 * @param scores in [0,1]; one outside was not measured: it decides no threshold and keeps its side.
 * @returns null with one label alone, or without a score.
 */
export function chooseThreshold(labels: ArrayLike<number>, scores: ArrayLike<number>): ChosenThreshold | null {
  const order = Array.from({ length: labels.length }, (_, row) => row).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  const isMeasured = (row: number): boolean => (scores[row] as number) >= 0 && (scores[row] as number) <= 1;
  const measured = order.filter(isMeasured);
  if (measured.length === 0) return null;
  const confusion = countConfusion(labels, Float64Array.from({ length: labels.length }, (_, row) => ((scores[row] as number) > BELOW_ALL ? 1 : 0)));
  let best: ChosenThreshold | null = null;
  const consider = (threshold: number): void => {
    const { macroF1 } = scoreClasses(confusion);
    if (macroF1 !== null && (best === null || macroF1 > best.macroF1)) best = { threshold, macroF1 };
  };
  consider(BELOW_ALL);
  for (const [place, row] of measured.entries()) {
    const isCorrect = labels[row] === 1;
    confusion[isCorrect ? 'correctAsCorrect' : 'incorrectAsCorrect'] -= 1;
    confusion[isCorrect ? 'correctAsIncorrect' : 'incorrectAsIncorrect'] += 1;
    const [score, next] = [scores[row] as number, scores[measured[place + 1] ?? -1]];
    if (next === undefined) consider(score);
    else if (next > score) consider((score + next) / 2);
  }
  return best;
}
