/** If only the surest steps were judged: how many that are, and how many of those calls are wrong. */
export interface RiskPoint {
  /** Share of all steps, in (0,1]. */
  coverage: number;
  /** Share of the covered steps that were called wrongly. */
  risk: number;
}

const MOST_POINTS = 50;

/**
 * The risk-coverage curve: steps join in the order of confidence, equally sure ones together.
 * @param wrong 1 where the call was wrong, else 0. @param confidence higher for surer; NaN for a step that never joins.
 * @returns at most about 50 points, the last one with every step that joins.
 */
export function traceRiskCoverage(wrong: ArrayLike<number>, confidence: ArrayLike<number>): RiskPoint[] {
  const total = wrong.length;
  const order = Array.from({ length: total }, (_, row) => row).filter((row) => !Number.isNaN(confidence[row])).sort((a, b) => (confidence[b] as number) - (confidence[a] as number));
  const points: RiskPoint[] = [];
  let [errors, lastKept] = [0, 0];
  for (const [place, row] of order.entries()) {
    errors += wrong[row] as number;
    const isLast = place === order.length - 1;
    if (!isLast && confidence[order[place + 1] as number] === confidence[row]) continue;
    const covered = place + 1;
    if (!isLast && covered - lastKept < total / MOST_POINTS) continue;
    points.push({ coverage: covered / total, risk: errors / covered });
    lastKept = covered;
  }
  return points;
}
