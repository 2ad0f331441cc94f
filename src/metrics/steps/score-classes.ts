/** Steps by label and prediction. Counts may be fractions: a baseline that tosses a coin predicts half of each. */
export interface StepConfusion {
  correctAsCorrect: number;
  correctAsIncorrect: number;
  incorrectAsCorrect: number;
  incorrectAsIncorrect: number;
}

/** How one class was found. Null where nothing says: no step of the class, or none predicted. */
export interface ClassScores {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface StepScores {
  correct: ClassScores;
  incorrect: ClassScores;
  /** Mean of both F1 (VisualPRM, arXiv 2503.10291); null unless there are steps of both labels. */
  macroF1: number | null;
}

/** Counts predictions against labels. `labels` 1 or 0 for correct and incorrect; `predictions` the chance, 0 to 1, that a step is called correct. */
export function countConfusion(labels: ArrayLike<number>, predictions: ArrayLike<number>): StepConfusion {
  const counts = { correctAsCorrect: 0, correctAsIncorrect: 0, incorrectAsCorrect: 0, incorrectAsIncorrect: 0 };
  for (let row = 0; row < labels.length; row += 1) {
    const called = predictions[row] as number;
    if (labels[row] === 1) {
      counts.correctAsCorrect += called;
      counts.correctAsIncorrect += 1 - called;
    } else {
      counts.incorrectAsCorrect += called;
      counts.incorrectAsIncorrect += 1 - called;
    }
  }
  return counts;
}

/** Precision, recall and F1 of both classes, and their macro-F1. */
export function scoreClasses({ correctAsCorrect, correctAsIncorrect, incorrectAsCorrect, incorrectAsIncorrect }: StepConfusion): StepScores {
  const correct = scoreClass(correctAsCorrect, incorrectAsCorrect, correctAsIncorrect);
  const incorrect = scoreClass(incorrectAsIncorrect, correctAsIncorrect, incorrectAsCorrect);
  const hasBoth = correctAsCorrect + correctAsIncorrect > 0 && incorrectAsCorrect + incorrectAsIncorrect > 0;
  return { correct, incorrect, macroF1: hasBoth ? ((correct.f1 ?? 0) + (incorrect.f1 ?? 0)) / 2 : null };
}

function scoreClass(hits: number, wrongly: number, missed: number): ClassScores {
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  return { precision: share(hits, hits + wrongly), recall: share(hits, hits + missed), f1: share(2 * hits, 2 * hits + wrongly + missed) };
}
