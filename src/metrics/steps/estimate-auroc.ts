import { noEstimate, type Estimate } from './estimate.js';

/**
 * The area under the ROC curve: the chance that a correct step scores above an incorrect one, ties half. Influences after
 * DeLong (placements); with clusters added up, after Obuchowski. Nothing with one label alone.
 */
export function estimateAuroc(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate {
  const rows = labels.length;
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  const correct = order.filter((row) => labels[row] === 1).length;
  const incorrect = rows - correct;
  if (correct === 0 || incorrect === 0) return noEstimate;
  const placements = new Float64Array(rows);
  let [correctBelow, incorrectBelow, area] = [0, 0, 0];
  for (let start = 0; start < rows; ) {
    let end = start;
    while (end < rows && scores[order[end] as number] === scores[order[start] as number]) end += 1;
    const tied = order.slice(start, end);
    const tiedCorrect = tied.filter((row) => labels[row] === 1).length;
    const tiedIncorrect = tied.length - tiedCorrect;
    for (const row of tied) {
      placements[row] = labels[row] === 1 ? (incorrectBelow + tiedIncorrect / 2) / incorrect : (correct - correctBelow - tiedCorrect / 2) / correct;
      if (labels[row] === 1) area += placements[row] as number;
    }
    correctBelow += tiedCorrect;
    incorrectBelow += tiedIncorrect;
    start = end;
  }
  const value = area / correct;
  return { value, influence: placements.map((placement, row) => ((placement - value) * rows) / (labels[row] === 1 ? correct : incorrect)) };
}
