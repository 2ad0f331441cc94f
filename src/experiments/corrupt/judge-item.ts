import { countConfusion } from '../../metrics/index.js';
import type { Candidate, ResolvedScoringOptions, Verification } from '../../schema/index.js';
import { selectBest } from '../../scoring/index.js';

/** With the gate and without. */
export type Reading = 'gated' | 'raw';

/**
 * Counts of one problem, as they are added up over problems. `steps`: labelled correct and called correct, correct and called incorrect,
 * incorrect and called correct, incorrect and called incorrect. `selection`: the chance that the chosen candidate is right, and 1 where
 * a choice could be judged.
 */
export interface ItemCounts {
  steps: number[];
  selection: number[];
  /** Labelled steps that were not measured. */
  unscored: number;
}

/** Judges all candidates of a problem against their gold labels. A step is called correct when p = (1 + reward) / 2 reaches the threshold; one without evidence has p = 0.5. */
export function judgeItem(candidates: readonly Candidate[], verifications: readonly Verification[], reading: Reading, { threshold, scoring }: { threshold: number; scoring: ResolvedScoringOptions }): ItemCounts {
  const [labels, called]: [number[], number[]] = [[], []];
  let unscored = 0;
  candidates.forEach(({ stepLabels = [] }, at) => stepLabels.forEach((label, index) => {
    const step = verifications[at]?.steps[index];
    if (label === 0 || step === undefined) return;
    if (step.judgment.status === 'unscored' || (reading === 'gated' && step.gateFailure !== null)) unscored += 1;
    else {
      labels.push(label === 1 ? 1 : 0);
      called.push(Number((1 + (step[reading] ?? 0)) / 2 >= threshold));
    }
  }));
  const { correctAsCorrect, correctAsIncorrect, incorrectAsCorrect, incorrectAsIncorrect } = countConfusion(labels, called);
  return { steps: [correctAsCorrect, correctAsIncorrect, incorrectAsCorrect, incorrectAsIncorrect], selection: judgeChoice(candidates, verifications, reading, scoring), unscored };
}

/** Ties share the choice; no choice is not right. Without knowledge of what is right nothing is counted. */
function judgeChoice(candidates: readonly Candidate[], verifications: readonly Verification[], reading: Reading, scoring: ResolvedScoringOptions): number[] {
  if (candidates.length === 0 || candidates.some(({ correct }) => correct === undefined)) return [0, 0];
  const scores = candidates.flatMap(({ index }, at) => {
    const verification = verifications[at];
    return verification === undefined ? [] : [{ index, score: reading === 'gated' ? verification.score : verification.rawScore }];
  });
  const { chosen, tiedWith } = selectBest(scores, scoring);
  if (chosen === null) return [0, 1];
  const winners = [chosen, ...tiedWith];
  return [candidates.filter(({ index, correct }) => winners.includes(index) && correct === true).length / winners.length, 1];
}
