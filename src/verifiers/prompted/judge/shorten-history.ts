import type { StepFinding, StepJudgment } from '../../../schema/index.js';
import { ModelError } from '../../../models/model-error.js';

/** Whether a model refused a request because it is too long for its context. */
export function isContextOverflow(error: unknown): boolean {
  return error instanceof ModelError && error.kind === 'context-overflow';
}

/**
 * Runs a judgment with as much history as the context holds: when it overflows, half of what is left goes, from the front.
 * @param earliest How many steps are left out to begin with.
 * @param current 0-based step that is judged, which always stays.
 */
export async function withShortenedHistory(earliest: number, current: number, judge: (omitted: number) => Promise<StepJudgment>): Promise<StepJudgment> {
  for (let omitted = earliest; ;) {
    try {
      return noteOmitted(await judge(omitted), omitted - earliest);
    } catch (error) {
      if (!isContextOverflow(error) || omitted >= current) throw error;
      omitted += Math.ceil((current - omitted) / 2);
    }
  }
}

/** Records in a judgment that it was made without the steps at the front. */
export function noteOmitted(judgment: StepJudgment, omitted: number): StepJudgment {
  if (omitted === 0 || judgment.status !== 'scored') return judgment;
  const finding: StepFinding = { kind: 'history-shortened', correct: true, text: `Judged without the first ${omitted} steps: the context of the model was too short for them.` };
  return { ...judgment, findings: [...judgment.findings, finding] };
}
