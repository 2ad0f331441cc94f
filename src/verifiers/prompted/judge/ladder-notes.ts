import type { StepJudgment } from '../../../schema/index.js';
import type { JudgeMode } from '../prompted-settings.js';

/** Counts on which rung of the ladder steps were judged, so that a run says when its probabilities are no soft ones. */
export interface LadderNotes {
  count(judgments: readonly StepJudgment[]): void;
  /** One line for each rung below log-probabilities that was stood on. Nothing for critics: they are asked for votes. */
  readNotes(): string[];
}

/** Creates the notes of one run. */
export function createLadderNotes(mode: JudgeMode, votes: number): LadderNotes {
  const seen = { votes: 0, label: 0 };
  return {
    count(judgments) {
      for (const judgment of judgments) {
        if (judgment.status === 'scored' && (judgment.source === 'votes' || judgment.source === 'label')) seen[judgment.source]++;
      }
    },
    readNotes: () => (mode === 'critic' ? [] : [
      ...(seen.votes > 0 ? [`${mode}: ${seen.votes} steps judged by ${votes} votes, since their answers came without usable log-probabilities`] : []),
      ...(seen.label > 0 ? [`${mode}: ${seen.label} steps judged by a hard label, 0 or 1, since their answers came without usable log-probabilities; votes (--votes 5) would grade them`] : []),
    ]),
  };
}
