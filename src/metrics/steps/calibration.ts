/** Steps whose score lies in one bin: how sure the verifier was on average, and how many were correct. */
interface CalibrationBin {
  low: number;
  high: number;
  n: number;
  /** Null for an empty bin. */
  meanScore: number | null;
  shareCorrect: number | null;
}

export interface Calibration {
  /** Steps with a score. */
  n: number;
  bins: CalibrationBin[];
  /** Expected calibration error: the mean distance of score and share, weighted by bin. Null without a step. */
  ece: number | null;
  /** Mean squared distance of score and label. */
  brier: number | null;
}

/** Holds scores against labels in bins of equal width. A score on a border belongs to the bin above; 1 to the last. @param scores in [0,1]. */
export function measureCalibration(labels: ArrayLike<number>, scores: ArrayLike<number>, binCount = 10): Calibration {
  const sums = Array.from({ length: binCount }, () => ({ n: 0, score: 0, correct: 0 }));
  let squares = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const [score, label] = [scores[row] as number, labels[row] as number];
    const bin = sums[Math.min(binCount - 1, Math.floor(score * binCount))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.score += score;
    bin.correct += label;
    squares += (score - label) ** 2;
  }
  const n = labels.length;
  const bins = sums.map(({ n: count, score, correct }, place): CalibrationBin => ({
    low: place / binCount, high: (place + 1) / binCount, n: count,
    meanScore: count === 0 ? null : score / count, shareCorrect: count === 0 ? null : correct / count,
  }));
  const ece = sums.reduce((sum, { score, correct }) => sum + Math.abs(score - correct), 0) / n;
  return { n, bins, ece: n === 0 ? null : ece, brier: n === 0 ? null : squares / n };
}
